import { dateAndTime, inOneLine } from '../../domain/tell-time.ts';
import type { TimeZone } from '../../domain/time.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import type { EventLine } from '../../use-cases/messenger.ts';
import { actions, button, context, type Message } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { buttons, forms } from '../identifiers.ts';
import { kindInWords, timelineLine } from '../text/timeline-line.ts';
import { formButton } from './form-button.ts';

const LINE = 300;

/** The quiet line that shows the channel its record growing. */
export function eventLine({ event, saidBy, isCorrected }: EventLine): Message {
  const mark = isCorrected ? '✏️ ' : '';
  return {
    text: cut(`Timeline: ${escapeMrkdwn(event.text)}`, limits.messageText),
    blocks: [context(`${mark}${timelineLine({ event, saidBy, longest: LINE })}`)],
  };
}

/** Says how a logged time was understood: on the speaker's clock and in UTC. */
export function loggedAnswer(event: TimelineEvent, zone: TimeZone): Message {
  const time = inOneLine(dateAndTime(event.at, zone));
  const kind = event.kind === 'note' ? '' : ` as ${kindInWords(event.kind)}`;
  const text = `On the timeline at ${time}${kind}.`;
  return { text, blocks: [context(text), actions(editButton(event), undoButton(event))] };
}

/** After an event was taken back or restored. */
export function correctedAnswer(event: TimelineEvent): Message {
  if (event.retractedAt === undefined) {
    const text = 'It is on the timeline again.';
    return { text, blocks: [context(text), actions(editButton(event), undoButton(event))] };
  }
  const text = 'Taken back: it stays in the record, struck, and out of the postmortem.';
  const restore = button({ label: 'Restore', action: buttons.restoreEvent, value: event.id });
  return { text, blocks: [context(text), actions(restore)] };
}

function editButton(event: TimelineEvent) {
  return formButton('Edit', forms.editEvent, undefined, event.id);
}

function undoButton(event: TimelineEvent) {
  return button({ label: 'Undo', action: buttons.retractEvent, value: event.id });
}
