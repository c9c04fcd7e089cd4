import type { StatedActionItem, Statement } from '../check/stated-postmortem.ts';
import { textOf } from './block.ts';
import { saidIn } from './columns.ts';
import { isOnePerson, namesIn } from './read-owner.ts';
import type { Sections } from './read-sections.ts';

const ONLY_POSTMORTEM = /^(?:incident\s+)?post-?\s?mortem(?:\s+report)?\s*[:–—-]\s*(?=\S)/iu;

/** By a label, else the first heading that names no part of a postmortem. */
export function titleOf({ told, titles }: Sections): Statement | undefined {
  const labelled = told.find(({ role, isLabelled }) => role === 'title' && isLabelled)?.block.pieces[0];
  const found = labelled ?? titles.find(({ role }) => role === 'title')?.piece;
  const text = found?.text.replace(ONLY_POSTMORTEM, '').trim() ?? '';
  return found === undefined || text === '' ? undefined : { text, place: { section: 'summary', line: found.line } };
}

export function severityOf({ told }: Sections): string | undefined {
  const found = told.find(({ role }) => role === 'severity');
  return found === undefined ? undefined : saidIn({ text: textOf(found.block), isAside: false });
}

/** Whoever is named where only people are: as an author, among the people, as the owner of an action. */
export function peopleIn({ told }: Sections, actionItems: readonly StatedActionItem[]): readonly string[] {
  const listed = told.filter(({ role }) => role === 'people').map(({ block }) => textOf(block).split(':')[0] ?? '');
  const owners = actionItems.flatMap(({ owner }) => owner ?? []).filter((owner) => isOnePerson(owner) === true);
  return [...new Set([...listed.flatMap(namesIn), ...owners])];
}
