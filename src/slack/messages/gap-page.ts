import type { KnownBlock } from '@slack/types';
import { lengthOf, longestSilence } from '../../domain/postmortem/gaps/find-gaps.ts';
import type { MissedMessage } from '../../domain/postmortem/gaps/missed-message.ts';
import { DAY, duration, millisecondsBetween } from '../../domain/time.ts';
import type { GapView } from '../../use-cases/gaps/show-gap.ts';
import type { ListedMessage, ShownGap } from '../../use-cases/gaps/shown-gap.ts';
import { actions, button, context, type Message, section, when } from '../blocks/layout.ts';
import { cutTyped, escapeMrkdwn } from '../blocks/text.ts';
import { buttons, COMMAND, forms } from '../identifiers.ts';
import { cuesInWords } from '../text/cue-words.ts';
import { slackTime } from '../text/slack-time.ts';
import { formButton } from './form-button.ts';
import { fromTo } from './gap-button.ts';
import { writeAddition, writeGapView } from './gap-view.ts';

const PAGE = 8;
const WORDS = 300;
const NAME = 80;
/** What Slack's free plan hides. https://slack.com/help/articles/27204752526611 */
const SHOWN_FOR_FREE = 90 * DAY;

type LinkTo = (message: MissedMessage) => string;

/** What people wrote while the timeline was silent, the most telling first, each to be added by one press. */
export function gapPage(shown: ShownGap, linkTo: LinkTo): Message {
  const { gap, messages } = shown;
  const pages = Math.max(1, Math.ceil(messages.length / PAGE));
  const view: GapView = { gap, page: Math.min(shown.page, pages - 1) };
  const listed = messages.slice(view.page * PAGE, (view.page + 1) * PAGE);
  const title = `What happened ${fromTo(gap)}?`;
  return {
    text: `${title} ${counted(messages.length)}.`,
    blocks: [
      section(`*${title}*\n${standing(shown)}`),
      ...listed.map((message) => row(message, view, linkTo)),
      ...pageButtons(view, pages),
      ...notes(shown).map((note) => context(note)),
    ],
  };
}

function counted(count: number): string {
  return count === 1 ? '1 message was written then' : `${count} messages were written then`;
}

function standing(shown: ShownGap): string {
  const { gap, left, messages, incident } = shown;
  if (left.length === 0) {
    return `✅ This gap is closed: the timeline is silent for no more than ${duration(longestSilence(incident.severity))} then.`;
  }
  if (messages.length === 0) {
    return nothingFound(shown);
  }
  const isUntouched = left.length === 1 && left[0] !== undefined && lengthOf(left[0]) === lengthOf(gap);
  const still = isUntouched ? '' : ` Still silent: ${left.map(fromTo).join('; ')}.`;
  return messages.every(isAdded)
    ? `All that was written then is on the timeline.${still} ${OTHERWISE}`
    : `${counted(messages.length)}, the most telling first. *Add* puts one on the timeline, at the time when it was written.${still}`;
}

const OTHERWISE = `If people waited, or worked elsewhere, say so: \`${COMMAND} log 14:30 waited for the vendor\`.`;

function nothingFound({ reach, gap, now }: ShownGap): string {
  if (reach === 'nothing') {
    return 'I cannot read this channel, as I am not in it, and nothing of it was kept. Invite me and press the button again.';
  }
  const isOld = millisecondsBetween(gap.from, now) > SHOWN_FOR_FREE;
  const hidden = isOld ? ' On its free plan Slack hides what is older than 90 days.' : '';
  return `I find nothing that people wrote in this channel then.${hidden} ${OTHERWISE}`;
}

function isAdded({ event }: ListedMessage): boolean {
  return event !== undefined && event.retractedAt === undefined;
}

function row(listed: ListedMessage, view: GapView, linkTo: LinkTo): KnownBlock {
  const { message, saidBy, event } = listed;
  const words = cutTyped(message.text.replace(/\s+/gu, ' ').trim(), WORDS);
  const link = `<${linkTo(message)}|message>`;
  const told = `${slackTime(message.at, 'time')} *${cutTyped(saidBy, NAME)}*: ${words} · ${link}`;
  const marks = [...mark(listed), ...reasons(listed)].map((part) => `_${part}_`).join(' · ');
  const text = marks === '' ? told : `${told}\n${marks}`;
  return event !== undefined && isAdded(listed)
    ? section(text, formButton('Edit', forms.editEvent, undefined, event.id))
    : section(text, button({ label: 'Add', action: buttons.addFromGap, value: writeAddition(message.key, view) }));
}

function mark({ event }: ListedMessage): readonly string[] {
  if (event === undefined) {
    return [];
  }
  return [event.retractedAt === undefined ? '✅ added' : 'was taken back'];
}

function reasons({ cues }: ListedMessage): readonly string[] {
  return cues.length === 0 ? [] : [escapeMrkdwn(cuesInWords(cues))];
}

function pageButtons(view: GapView, pages: number): KnownBlock[] {
  const turn = (label: string, page: number) =>
    button({ label, action: `${buttons.showGap}:${page}`, value: writeGapView({ ...view, page }) });
  return when(pages > 1, () => [
    context(`Page ${view.page + 1} of ${pages}`),
    actions(
      ...(view.page > 0 ? [turn('Back', view.page - 1)] : []),
      ...(view.page < pages - 1 ? [turn('More', view.page + 1)] : []),
    ),
  ]);
}

function notes({ reach, messages, incident }: ShownGap): readonly string[] {
  return [
    ...(reach === 'newest' ? ['This channel is long: I looked through its newest messages only.'] : []),
    ...(messages.length > 0
      ? ['What apps and commands said is left out. *Edit* changes what a message is called, and its time.']
      : []),
    ...(messages.length > 0 && incident.status === 'closed'
      ? ['The postmortem shown in this channel follows what you add; *Post the files again* writes its files anew.']
      : []),
  ];
}
