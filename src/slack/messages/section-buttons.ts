import type { Button, KnownBlock } from '@slack/types';
import { type Incident, incidentName } from '../../domain/incident/incident.ts';
import { NARRATIVE_SECTIONS, type NarrativeSection } from '../../domain/postmortem/narrative.ts';
import { NARRATIVE_TITLES } from '../../domain/postmortem/outline/section-titles.ts';
import type { IncidentRecord } from '../../domain/postmortem/record.ts';
import { suggestNarrative } from '../../domain/postmortem/suggest-narrative.ts';
import { actions, button, type Message, section, when } from '../blocks/layout.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { buttons, forms } from '../identifiers.ts';
import { writtenBy } from '../text/written-by.ts';

/** Opens that section alone. */
export function sectionButton(label: string, name: NarrativeSection): Button {
  return button({ label, action: `${buttons.openForm}:${forms.section}:${name}`, value: name });
}

/** A row for each section that somebody wrote, who and when, or that the record tells; then a button for each that is empty. */
export function sectionRows(record: IncidentRecord): KnownBlock[] {
  const told = suggestNarrative(record);
  const empty = emptySections(record);
  const rows = NARRATIVE_SECTIONS.filter((name) => !empty.includes(name)).map((name) => {
    const entry = record.narrative.find((each) => each.section === name);
    const from = entry === undefined ? 'from the record' : writtenBy(entry);
    return section(
      `*${NARRATIVE_TITLES[name]}* · ${from}\n${beginning(told[name] ?? '')}`,
      sectionButton('Edit', name),
    );
  });
  return [
    ...rows,
    ...when(empty.length > 0, () => [
      section(rows.length === 0 ? '*Nobody has written anything yet:*' : '*Still empty:*'),
      actions(...empty.map((name) => sectionButton(NARRATIVE_TITLES[name], name))),
    ]),
  ];
}

/** Said to whoever closed it, once and to nobody else; undefined where nothing was left out. */
export function leftOutMessage(incident: Incident, record: IncidentRecord): Message | undefined {
  const empty = emptySections(record);
  if (empty.length === 0) {
    return undefined;
  }
  const text = `${incidentName(incident)} is closed. ${empty.length === NARRATIVE_SECTIONS.length ? 'Nothing' : 'Not everything'} of the postmortem is written yet; there is time. Empty so far:`;
  return {
    text,
    blocks: [section(text), actions(...empty.map((name) => sectionButton(NARRATIVE_TITLES[name], name)))],
  };
}

/** Of which neither people nor the record say anything. */
function emptySections(record: IncidentRecord): readonly NarrativeSection[] {
  const told = suggestNarrative(record);
  return NARRATIVE_SECTIONS.filter((name) => (told[name] ?? '') === '');
}

const SHOWN = 150;

function beginning(text: string): string {
  return cut(escapeMrkdwn(text.replaceAll(/\s+/gu, ' ')), SHOWN);
}
