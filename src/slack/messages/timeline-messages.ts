import { incidentName } from '../../domain/incident/incident.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateAndTime, inOneLine } from '../../domain/tell-time.ts';
import type { TimeZone } from '../../domain/time.ts';
import { isSpoken, type TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import type { EventLine } from '../../use-cases/messenger.ts';
import type { ShownTimeline } from '../../use-cases/timeline/show-timeline.ts';
import { actions, button, context, header, type Message, section } from '../blocks/layout.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { buttons, forms } from '../identifiers.ts';
import { mainReaction } from '../text/reaction-words.ts';
import { kindInWords, timelineLine } from '../text/timeline-line.ts';
import { formButton } from './form-button.ts';

const PAGE = 20;
const LINE = 300;

/** The quiet line that shows the channel its record growing. */
export function eventLine({ event, saidBy, isCorrected }: EventLine): Message {
  const mark = isCorrected ? '✏️ ' : '';
  return {
    text: `Timeline: ${escapeMrkdwn(event.text)}`,
    blocks: [context(`${mark}${timelineLine(event, saidBy, LINE)}`)],
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

/** A page of the timeline; the last page, which holds what happened last, is page 0. */
export function timelinePage(shown: ShownTimeline, page: number, reactions: Policy['reactions']): Message {
  const { incident, events, people } = shown;
  const pages = Math.max(1, Math.ceil(events.length / PAGE));
  const current = Math.min(Math.max(page, 0), pages - 1);
  const end = events.length - current * PAGE;
  const lines = events.slice(Math.max(0, end - PAGE), end);
  const title = `Timeline of ${incidentName(incident)}`;
  return {
    text: `${title}: ${events.length} events`,
    blocks: [
      header(title),
      ...(lines.length === 0 ? [section(nothingYet(reactions))] : []),
      ...lines.map((event) =>
        section(
          timelineLine(event, event.saidBy === undefined ? undefined : people.get(event.saidBy)?.name, LINE) +
            taggers(event, people),
          isSpoken(event.kind) ? editButton(event) : undefined,
        ),
      ),
      ...pageButtons(current, pages),
    ],
  };
}

/** Who put it there, where that was more than one. */
function taggers({ taggedBy }: TimelineEvent, people: ShownTimeline['people']): string {
  const names = taggedBy.flatMap((id) => people.get(id)?.name ?? []);
  return names.length < 2 ? '' : ` · tagged by ${escapeMrkdwn(names.join(', '))}`;
}

function nothingYet(reactions: Policy['reactions']): string {
  const main = mainReaction(reactions);
  return `Nothing yet. ${main === undefined ? 'Say' : `Put ${main} on a message, or say`} \`/incident log …\`.`;
}

function pageButtons(current: number, pages: number) {
  if (pages === 1) {
    return [];
  }
  const turn = (label: string, page: number) =>
    button({ label, action: `${buttons.timelinePage}:${page}`, value: String(page) });
  return [
    context(`Page ${pages - current} of ${pages}`),
    actions(
      ...(current < pages - 1 ? [turn('Earlier', current + 1)] : []),
      ...(current > 0 ? [turn('Later', current - 1)] : []),
    ),
  ];
}
