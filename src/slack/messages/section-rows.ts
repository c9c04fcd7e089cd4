import type { KnownBlock } from '@slack/types';
import { type Finding, openFindings } from '../../domain/postmortem/check/finding.ts';
import { NARRATIVE_SECTIONS, type NarrativeSection } from '../../domain/postmortem/narrative.ts';
import { NARRATIVE_TITLES } from '../../domain/postmortem/outline/section-titles.ts';
import type { IncidentRecord } from '../../domain/postmortem/record.ts';
import { suggestNarrative } from '../../domain/postmortem/suggest-narrative.ts';
import { actions, section, when } from '../blocks/layout.ts';
import { overflow } from '../blocks/menus.ts';
import { cutTyped } from '../blocks/text.ts';
import { buttons, forms } from '../identifiers.ts';
import { writeFindingName } from '../text/finding-name.ts';
import { writtenBy } from '../text/written-by.ts';
import { emptySections, panelSectionButton } from './section-buttons.ts';

/**
 * A row for each section that somebody wrote, who and when, or that the record tells; then a button for each that is empty, those first that
 * `ofEmpty` asks for: their buttons stand for these findings, with a menu to waive them.
 */
export function sectionRows(record: IncidentRecord, ofEmpty: readonly Finding[]): KnownBlock[] {
  const told = suggestNarrative(record);
  const empty = emptySections(record);
  const asking = (name: NarrativeSection) => ofEmpty.find(({ place }) => place.part === name);
  const needed = empty.filter((name) => asking(name)?.level === 'must');
  const suggested = empty.filter((name) => asking(name) !== undefined && !needed.includes(name));
  const others = empty.filter((name) => !needed.includes(name) && !suggested.includes(name));
  const rows = NARRATIVE_SECTIONS.filter((name) => !empty.includes(name)).map((name, _, { length }) => {
    const entry = record.narrative.find((each) => each.section === name);
    const from = entry === undefined || entry.text === '' ? 'from the record' : writtenBy(entry);
    return section(
      `*${NARRATIVE_TITLES[name]}* · ${from}\n${beginning(told[name] ?? '', length)}`,
      panelSectionButton('Edit', name),
    );
  });
  return [
    ...rows,
    ...emptyRows('❗ *Empty, and needed before it is published:*', needed, ofEmpty),
    ...emptyRows('💬 *Empty, and better written:*', suggested, ofEmpty),
    ...emptyRows(others.length < empty.length ? '*Also empty:*' : titleOfRest(rows.length), others, []),
  ];
}

function titleOfRest(rows: number): string {
  return rows === 0 ? '*Nobody has written anything yet:*' : '*Still empty:*';
}

function emptyRows(title: string, names: readonly NarrativeSection[], findings: readonly Finding[]): KnownBlock[] {
  const choices = names.flatMap((name) =>
    findings
      .filter(({ place }) => place.part === name)
      .map((finding) => ({ label: `Waive “${NARRATIVE_TITLES[name]}”…`, value: writeFindingName(finding) })),
  );
  const menu = choices.length === 0 ? undefined : overflow(`${buttons.openForm}:${forms.waive}`, choices);
  return when(names.length > 0, () => [
    section(title, menu),
    actions(...names.map((name) => panelSectionButton(NARRATIVE_TITLES[name], name))),
  ]);
}

/** Rules that say no more than that somebody must write there; what others ask of a section is to be read. */
const OF_EMPTY: ReadonlySet<string> = new Set([
  'no-summary',
  'no-impact',
  'no-root-cause',
  'no-contributing-factor',
  'nothing-communicated',
  'lessons-incomplete',
]);

/** Of what the check found and nobody waived, that for which the button of an empty section stands. */
export function findingsOfEmpty(record: IncidentRecord, findings: readonly Finding[]): readonly Finding[] {
  const empty = emptySections(record);
  return openFindings(findings).filter(
    ({ rule, place }) => OF_EMPTY.has(rule) && empty.some((name) => name === place.part),
  );
}

const SHOWN = 150;
/** Of all together, as a message takes so much in all. */
const SHOWN_OF_ALL = 1_000;

function beginning(text: string, rows: number): string {
  const most = Math.min(SHOWN, Math.floor(SHOWN_OF_ALL / rows));
  return cutTyped(text.replaceAll(/\s+/gu, ' '), most);
}
