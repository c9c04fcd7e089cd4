import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { AddedActionItem } from '../../use-cases/action-items/add-action-item.ts';
import type { OwnedItems } from '../../use-cases/messenger.ts';
import { button, context, type Message, section, when } from '../blocks/layout.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { buttons } from '../identifiers.ts';
import { inChannel, incidentTitle, mention } from '../text/describe-incident.ts';

export function actionItemLine(item: ActionItem): Message {
  const text = `🗒️ Action item: ${particulars(item)}`;
  return { text, blocks: [context(text)] };
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

/** At the end: everything that this person took on. */
export function ownerMessage({ incident, items }: OwnedItems): Message {
  const intro = `${incidentTitle(incident)} is ${incident.status}. ${items.length === 1 ? 'This action item is' : 'These action items are'} yours:`;
  return { text: intro, blocks: [section(intro), ...itemSections(items)] };
}

/** The day after the due date. */
export function overdueReminder({ incident, items }: OwnedItems): Message {
  const intro = `⏰ Overdue, from ${incidentTitle(incident)}${inChannel(incident)}:`;
  return { text: intro, blocks: [section(intro), ...itemSections(items)] };
}

/** For whoever can find another owner. */
export function absentOwnerMessage({ incident, items }: OwnedItems): Message {
  const whose = items.length === 1 ? 'this action item' : 'these action items';
  const text = `${incidentTitle(incident)}${inChannel(incident)}: the owner of ${whose} is not in the channel any more, and was not told. Give it to somebody else:`;
  return { text, blocks: [section(text), ...itemSections(items)] };
}

/** So many of such lines fit into one message, whatever is written in them. */
const SHOWN = 20;
const TITLE = 300;
const DONE_WHEN = 150;

function itemSections(items: readonly ActionItem[]) {
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
  return `${kind}${cut(escapeMrkdwn(item.title), TITLE)} · ${owner} · ${due}${doneWhen}`;
}
