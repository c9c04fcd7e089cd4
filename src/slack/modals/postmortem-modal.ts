import type { ViewOutput } from '@slack/bolt';
import type { ChannelId } from '../../domain/ids.ts';
import { NARRATIVE_SECTIONS, type NarrativeSection } from '../../domain/postmortem/narrative.ts';
import type { IncidentRecord } from '../../domain/postmortem/record.ts';
import { suggestNarrative } from '../../domain/postmortem/suggest-narrative.ts';
import type { Words } from '../../domain/postmortem/weigh-words.ts';
import { openMitigations } from '../../domain/timeline/mitigation.ts';
import type { Narrative } from '../../use-cases/postmortem/write-narrative.ts';
import { type Modal, modal, textField } from '../blocks/fields.ts';
import { section } from '../blocks/layout.ts';
import { isCut } from '../blocks/limits.ts';
import { forms } from '../identifiers.ts';
import { type FormContext, readFormMetadata, writeFormMetadata } from './form-metadata.ts';
import { mitigationFields } from './mitigations-modal.ts';
import { readShownText, readText } from './read-fields.ts';

export interface PostmortemForm extends FormContext {
  readonly narrative: Narrative;
}

const labels: Readonly<Record<NarrativeSection, string>> = {
  summary: 'Summary',
  'customer-impact': 'Impact on customers: who, and how badly',
  affected: 'How many were affected, or what share',
  'business-impact': 'Impact on the business',
  detection: 'How it was detected, and by whom',
  'root-cause': 'Root cause',
  'contributing-factors': 'Contributing factors',
  resolution: 'What fixed it',
  lessons: 'Lessons',
  'went-well': 'What went well',
  'went-badly': 'What went badly',
  'got-lucky': 'Where we got lucky',
  'internal-communication': 'Communication inside',
  'external-communication': 'Communication to customers',
};

/** Closing asks for people's words. Nothing is required: whoever ends an incident at night must not be held up. */
export function closeModal(channel: ChannelId, record: IncidentRecord): Modal {
  return modal({
    form: forms.close,
    title: 'Close the incident',
    submit: 'Close',
    metadata: writeFormMetadata({ channel, message: undefined }),
    blocks: [
      section('All of it is optional and can be written later. The timeline and the figures come from the record.'),
      ...mitigationFields(openMitigations(record.events)),
      ...narrativeFields(record),
    ],
  });
}

export function postmortemModal(channel: ChannelId, record: IncidentRecord): Modal {
  return modal({
    form: forms.postmortem,
    title: 'Write the postmortem',
    submit: 'Save',
    metadata: writeFormMetadata({ channel, message: undefined }),
    blocks: narrativeFields(record),
  });
}

export function readPostmortemModal(view: ViewOutput): PostmortemForm {
  const narrative = Object.fromEntries(NARRATIVE_SECTIONS.map((name) => [name, readWords(view, name)]));
  return { ...readFormMetadata(view.private_metadata), narrative };
}

/** A long text is shown cut: sent back as it was, it must not take the place of the whole. */
function readWords(view: ViewOutput, name: NarrativeSection): Words | undefined {
  const [text, shown] = [readText(view, name), readShownText(view, name)];
  if (text !== shown) {
    return { kind: 'typed', text, shownVersion: 1_000 };
  }
  return shown === '' ? undefined : { kind: 'as-shown', text, isCut: isCut(text) };
}

function narrativeFields(record: IncidentRecord) {
  const suggested = suggestNarrative(record);
  return NARRATIVE_SECTIONS.map((name) =>
    textField({
      name,
      label: labels[name],
      isMultiline: true,
      isOptional: true,
      ...(suggested[name] === undefined ? {} : { initial: suggested[name] }),
    }),
  );
}
