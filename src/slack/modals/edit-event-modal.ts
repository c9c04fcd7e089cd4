import type { ViewOutput } from '@slack/bolt';
import { type TimelineEventId, timelineEventId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { SpokenKind, TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { checkboxField, instantField, type Modal, modal, textField } from '../blocks/fields.ts';
import { limits } from '../blocks/limits.ts';
import { forms } from '../identifiers.ts';
import { kindField, readKind } from './kind-field.ts';
import { isChanged, readChecked, readInstant, readText } from './read-fields.ts';

/** Only what somebody changed. */
export interface EditEventForm {
  readonly eventId: TimelineEventId;
  readonly text?: string;
  readonly kind?: SpokenKind;
  readonly at?: Instant;
  readonly isRetracted?: boolean;
}

export function editEventModal(event: TimelineEvent): Modal {
  const fits = event.text.length <= limits.inputValue;
  return modal({
    form: forms.editEvent,
    title: 'Correct the timeline',
    submit: 'Save',
    metadata: event.id,
    blocks: [
      fits
        ? textField({ name: 'text', label: 'What happened?', isMultiline: true, initial: event.text })
        : textField({
            name: 'text',
            label: 'What happened?',
            hint: 'The text is longer than a form takes. Left empty, it stays as it is; what you write takes its place.',
            isMultiline: true,
            isOptional: true,
          }),
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
  const kind = isChanged(view, 'kind') ? readKind(view) : undefined;
  const at = isChanged(view, 'when') ? readInstant(view, 'when') : undefined;
  return {
    eventId: timelineEventId(view.private_metadata),
    ...(isChanged(view, 'text') ? { text: readText(view, 'text') } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(at === undefined ? {} : { at }),
    ...(isChanged(view, 'retracted') ? { isRetracted: readChecked(view, 'retracted') } : {}),
  };
}
