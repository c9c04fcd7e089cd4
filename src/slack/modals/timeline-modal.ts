import type { ViewOutput } from '@slack/bolt';
import type { Instant } from '../../domain/time.ts';
import type { SpokenKind } from '../../domain/timeline/timeline-event.ts';
import { instantField, type Modal, modal, textField } from '../blocks/fields.ts';
import { isCut } from '../blocks/limits.ts';
import { forms } from '../identifiers.ts';
import { type FormContext, readFormMetadata, writeFormMetadata } from './form-metadata.ts';
import { kindField, readKind } from './kind-field.ts';
import { readInstant, readShownText, readText } from './read-fields.ts';

export interface TimelineForm extends FormContext {
  readonly text: string;
  readonly kind: SpokenKind;
  readonly at: Instant | undefined;
  /** What the field showed of the message. */
  readonly shownText: string;
  /** The message is longer than a field, and nobody changed what the field showed of it. */
  readonly isCut: boolean;
}

export function timelineModal(props: FormContext & { readonly text: string; readonly at: Instant }): Modal {
  return modal({
    form: forms.addToTimeline,
    title: 'Add to timeline',
    submit: 'Add',
    metadata: writeFormMetadata(props),
    blocks: [
      textField({ name: 'text', label: 'What happened?', isMultiline: true, initial: props.text }),
      kindField('note'),
      instantField({ name: 'when', label: 'When, in your time zone', initial: props.at }),
    ],
  });
}

export function readTimelineModal(view: ViewOutput): TimelineForm {
  const text = readText(view, 'text');
  const shownText = readShownText(view, 'text');
  return {
    ...readFormMetadata(view.private_metadata),
    text,
    shownText,
    isCut: isCut(text) && text === shownText,
    kind: readKind(view) ?? 'note',
    at: readInstant(view, 'when'),
  };
}
