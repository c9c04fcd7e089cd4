import { beginningWith, VERBS } from '../postmortem/check/words/action-verbs.ts';
import { isVague } from '../postmortem/check/words/action-words.ts';
import type { ActionItem, ActionItemKind } from './action-item.ts';

/** How one would see that it is done, for people to fill in; by the verb where that says it, else by the kind. */
const BY_WORDS: readonly { readonly words: RegExp; readonly end: string }[] = [
  { words: /\b(?:monitor\w*|alert\w*|alarms?|observab\w*|visibility|dashboards?)\b/iu, end: 'alert when ___ > ___' },
  {
    words: beginningWith(VERBS.investigate, 'find out'),
    end: 'why ___ happens is written down and linked here',
  },
  {
    words: beginningWith('document', 'write (?:up|down)', 'describe'),
    end: 'the page about ___ is linked from ___',
  },
  {
    words: beginningWith(VERBS.review),
    end: '___ was compared with ___, and what differed is changed',
  },
  {
    words: beginningWith(VERBS.consider, 'decide'),
    end: 'the decision about ___ is written down with its reasons',
  },
  { words: beginningWith(VERBS.train, 'practi[sc]e'), end: '___ people did ___ in a drill' },
];

const BY_KIND: Readonly<Record<ActionItemKind, string>> = {
  detect: 'alert when ___ > ___',
  prevent: '___ fails before the release when ___',
  mitigate: '___ takes less than ___ minutes in a drill',
  process: '___ is written down and linked from ___',
};

const OTHERWISE = '___ is below ___ for ___ days';

type Wanted = Pick<ActionItem, 'title' | 'kind' | 'doneWhen'>;

/** Asked for where nobody would notice that it was not done, and where its words say nothing of an end. */
export function lacksDoneWhen(item: Wanted): boolean {
  return item.doneWhen === undefined && (item.kind === 'prevent' || item.kind === 'detect' || isVagueTitle(item));
}

export function isVagueTitle({ title, doneWhen }: Wanted): boolean {
  return isVague({ text: title, doneWhen });
}

export function suggestDoneWhen({ title, kind }: Pick<Wanted, 'title' | 'kind'>): string {
  const byWords = BY_WORDS.find(({ words }) => words.test(title.trim()))?.end;
  return byWords ?? (kind === undefined ? OTHERWISE : BY_KIND[kind]);
}
