import type { ViewOutput } from '@slack/bolt';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time.ts';
import type { SpokenKind } from '../../domain/timeline/timeline-event.ts';
import { instantField, type Modal, modal, textField } from '../blocks/fields.ts';
import { context } from '../blocks/layout.ts';
import { isCut, limits } from '../blocks/limits.ts';
import { forms } from '../identifiers.ts';
import { incidentTitle } from '../text/describe-incident.ts';
import { instantOfTimestamp } from '../text/slack-time.ts';
import { type FormContext, readFormMetadata, writeFormMetadata } from './form-metadata.ts';
import { kindField, readKind } from './kind-field.ts';
import { isChanged, readInstant, readShownText, readText } from './read-fields.ts';

export interface TimelineForm extends FormContext {
  readonly text: string;
  readonly kind: SpokenKind;
  readonly at: Instant | undefined;
  /** What the field showed when the form opened. */
  readonly shown: string;
  /** The message is longer than a field, and nobody changed what the field showed of it. */
  readonly isCut: boolean;
}

interface Opening extends Omit<FormContext, 'incidentId'> {
  /** The one that was chosen, where the channel is another. */
  readonly incident?: Incident;
  readonly text: string;
  readonly at: Instant;
}

export function timelineModal(props: Opening): Modal {
  const { incident, message, text } = props;
  const isLonger = message !== undefined && (message.isCut === true || text.length > limits.inputValue);
  return modal({
    form: forms.addToTimeline,
    title: 'Add to timeline',
    submit: 'Add',
    metadata: writeFormMetadata({ ...props, incidentId: incident?.id }),
    blocks: [
      ...(incident === undefined ? [] : [context(incidentTitle(incident))]),
      textField({
        name: 'text',
        label: 'What happened?',
        isMultiline: true,
        initial: text,
        ...(isLonger ? { hint: 'This is the beginning of the message. Left as it is, all of it is taken.' } : {}),
      }),
      kindField('note'),
      instantField({ name: 'when', label: 'When, in your time zone', initial: props.at }),
    ],
  });
}

export function readTimelineModal(view: ViewOutput): TimelineForm {
  const text = readText(view, 'text');
  const shown = readShownText(view, 'text');
  const remembered = readFormMetadata(view.private_metadata);
  return {
    ...remembered,
    text,
    shown,
    isCut: (remembered.message?.isCut === true || isCut(text)) && text === shown,
    kind: readKind(view) ?? 'note',
    at:
      remembered.message !== undefined && !isChanged(view, 'when')
        ? instantOfTimestamp(remembered.message.key)
        : readInstant(view, 'when'),
  };
}
