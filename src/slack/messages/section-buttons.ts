import type { Button } from '@slack/types';
import { incompleteOf } from '../../domain/action-items/lacking.ts';
import { type Incident, incidentName } from '../../domain/incident/incident.ts';
import { NARRATIVE_SECTIONS, type NarrativeSection } from '../../domain/postmortem/narrative.ts';
import { NARRATIVE_TITLES } from '../../domain/postmortem/outline/section-titles.ts';
import type { IncidentRecord } from '../../domain/postmortem/record.ts';
import { suggestNarrative } from '../../domain/postmortem/suggest-narrative.ts';
import { actions, button, type Message, section, when } from '../blocks/layout.ts';
import { buttons, forms } from '../identifiers.ts';
import { lackingItemBlocks } from './lacking-items.ts';

/** Opens that section alone. */
export function sectionButton(label: string, name: NarrativeSection): Button {
  return button({ label, action: `${buttons.openForm}:${forms.section}:${name}`, value: name });
}

/** The same in the panel, which is drawn anew once the section is saved. */
export function panelSectionButton(label: string, name: NarrativeSection): Button {
  return { ...sectionButton(label, name), value: `${name}${IN_PANEL}` };
}

/** What the buttons above carry. */
export function readSectionButton(value: string): { readonly name: string; readonly isInPanel: boolean } {
  const isInPanel = value.endsWith(IN_PANEL);
  return { name: isInPanel ? value.slice(0, -IN_PANEL.length) : value, isInPanel };
}

const IN_PANEL = ':panel';

/** Said to whoever closed it, once and to nobody else; undefined where nothing was left out. */
export function leftOutMessage(incident: Incident, record: IncidentRecord): Message | undefined {
  const empty = emptySections(record);
  const lacking = incompleteOf(record.actionItems);
  if (empty.length + lacking.length === 0) {
    return undefined;
  }
  const written =
    empty.length === 0
      ? ''
      : ` ${empty.length === NARRATIVE_SECTIONS.length ? 'Nothing' : 'Not everything'} of the postmortem is written yet; there is time. Empty so far:`;
  const text = `${incidentName(incident)} is closed.${written}`;
  return {
    text,
    blocks: [
      section(text),
      ...when(empty.length > 0, () => [actions(...empty.map((name) => sectionButton(NARRATIVE_TITLES[name], name)))]),
      ...lackingItemBlocks(lacking),
    ],
  };
}

/** Of which neither people nor the record say anything. */
export function emptySections(record: IncidentRecord): readonly NarrativeSection[] {
  const told = suggestNarrative(record);
  return NARRATIVE_SECTIONS.filter((name) => (told[name] ?? '') === '');
}
