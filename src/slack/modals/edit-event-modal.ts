import type { ViewOutput } from '@slack/bolt';
import { type TimelineEventId, timelineEventId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { SpokenKind, TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { checkboxField, instantField, type Modal, modal, textField } from '../blocks/fields.ts';
import { isCut } from '../blocks/limits.ts';
import { forms } from '../identifiers.ts';
import { kindField, readKind } from './kind-field.ts';
import { readChecked, readInstant, readShownText, readText } from './read-fields.ts';

export interface EditEventForm {
  readonly eventId: TimelineEventId;
  /** Missing where the form showed only the beginning and nobody changed it. */
  readonly text?: string;
  readonly kind?: SpokenKind;
  readonly at: Instant | undefined;
  readonly isRetracted: boolean;
}

export function editEventModal(event: TimelineEvent): Modal {
  return modal({
    form: forms.editEvent,
    title: 'Correct the timeline',
    submit: 'Save',
    metadata: event.id,
    blocks: [
      textField({ name: 'text', label: 'What happened?', isMultiline: true, initial: event.text }),
      kindField(event.kind),
      instantField({ name: 'when', label: 'When, in your time zone', initial: event.at }),
      checkboxField({
        name: 'retracted',
        label: 'Does it count?',
        choice: { value: 'retracted', label: 'No: strike it, and leave it out of the postmortem' },
        isOptional: true,
        isChecked: event.retractedAt !== undefined,
      }),
    ],
  });
}

export function readEditEventModal(view: ViewOutput): EditEventForm {
  const text = readText(view, 'text');
  const kind = readKind(view);
  const isUntouched = isCut(text) && text === readShownText(view, 'text');
  return {
    eventId: timelineEventId(view.private_metadata),
    ...(isUntouched ? {} : { text }),
    ...(kind === undefined ? {} : { kind }),
    at: readInstant(view, 'when'),
    isRetracted: readChecked(view, 'retracted'),
  };
}
