import type { Button } from '@slack/types';
import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { HandedBack, ItemOfIncident, ReminderDigest } from '../../use-cases/action-items/action-item-messenger.ts';
import type { AddedActionItem } from '../../use-cases/action-items/add-action-item.ts';
import { actions, button, context, type Message, section, when } from '../blocks/layout.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { buttons } from '../identifiers.ts';
import { inChannel, incidentTitle, mention } from '../text/describe-incident.ts';
import { ticketWords } from '../text/ticket-link.ts';

export function actionItemLine(item: ActionItem, create?: Button): Message {
  const text = `🗒️ Action item: ${particulars(item)}`;
  return { text, blocks: [context(text), ...(create === undefined ? [] : [actions(create)])] };
}

export function actionItemAnswer(item: AddedActionItem): Message {
  const missing = [item.owner === undefined ? 'owner' : '', item.dueOn === undefined ? 'due date' : ''];
  const lacks = missing.filter((part) => part !== '').join(' and no ');
  const hears = item.isAfterClosing ? 'hears of it now' : 'will hear of it on close';
  const text =
    lacks === ''
      ? `Action item added, due ${item.dueOn}. The owner ${hears}, and again if it is late.`
      : `Action item added. It has no ${lacks} yet.`;
  return { text, blocks: [context(text)] };
}

/** To whoever owns it from now on. */
export function assignedMessage({ item, incident }: ItemOfIncident): Message {
  const intro = `This action item of ${incidentTitle(incident)} is yours:`;
  return { text: intro, blocks: [section(intro), ...itemSections([item])] };
}

/** For whoever can find another owner. */
export function handedBackMessage({ item, incident, from, reason }: HandedBack): Message {
  const why = reason === undefined ? '' : `: “${cut(escapeMrkdwn(reason), DONE_WHEN)}”`;
  const text = `${incidentTitle(incident)}${inChannel(incident)}: <@${from}> gave this action item back${why}. Give it to somebody else:`;
  return { text, blocks: [section(text), ...itemSections([item])] };
}

/** The one message of a day. */
export function digestMessage({ items }: ReminderDigest): Message {
  const intro = `⏰ Your action items: ${items.length} open.`;
  return { text: intro, blocks: [section(intro), ...itemSections(items.map(({ item }) => item))] };
}

/** So many of such lines fit into one message, whatever is written in them. */
const SHOWN = 20;
const TITLE = 300;
const DONE_WHEN = 150;

export function itemSections(items: readonly ActionItem[]) {
  const hidden = items.length - SHOWN;
  return [
    ...items.slice(0, SHOWN).map(itemSection),
    ...when(hidden > 0, () => [context(`and ${hidden} more, in the postmortem`)]),
  ];
}

function itemSection(item: ActionItem) {
  const done = button({ label: 'Done', action: buttons.completeActionItem, value: item.id });
  return section(`• ${particulars(item)}`, done);
}

function particulars(item: ActionItem): string {
  const kind = item.kind === undefined ? '' : `*${item.kind}*: `;
  const owner = item.owner === undefined ? '_no owner yet_' : mention(item.owner);
  const due = item.dueOn === undefined ? '_no due date yet_' : `due ${item.dueOn}`;
  const doneWhen = item.doneWhen === undefined ? '' : ` · done when ${cut(escapeMrkdwn(item.doneWhen), DONE_WHEN)}`;
  return `${kind}${cut(escapeMrkdwn(item.title), TITLE)} · ${owner} · ${due}${doneWhen}${ticketWords(item)}`;
}
