import type { KnownBlock } from '@slack/types';
import type { HandedBack, ItemNow } from '../../use-cases/action-items/action-item-messenger.ts';
import { actions, context, type Message, section, when } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { inChannel, incidentTitle, mention } from '../text/describe-incident.ts';
import { bold, endingWords, lostWords, reasonWords, struck, titleWords } from '../text/item-words.ts';
import { dayWords, slackTime } from '../text/slack-time.ts';
import { ticketWords } from '../text/ticket-link.ts';
import { formButton } from './form-button.ts';
import { acceptButton, doneButton, itemLines, leadersActions, ownersActions, reopenButton } from './item-blocks.ts';

const TITLE = 300;
/** As much as its form takes, which escaping may lengthen. */
const REASON = 2_000;

/** To whoever owns it from now on; `isTheirs` until somebody else does. */
export function assignedMessage(told: ItemNow, isTheirs: boolean): Message {
  const { item, incident } = told;
  const whose = item.owner?.kind === 'group' ? `is ${mention(item.owner)}’s` : 'is yours';
  const headline = `🗒️ An action item of ${incidentTitle(incident)}${inChannel(incident)} ${whose}:`;
  return {
    text: `${headline} ${titleWords(item, TITLE)}`,
    blocks: [section(headline), ...toldItem(told), ...(isTheirs ? ownersBlocks(told) : lostBlocks(told))],
  };
}

/** For whoever can find another owner. */
export function handedBackMessage(told: HandedBack): Message {
  const { item, incident, from, reason, group } = told;
  const whose = group === undefined ? '' : ` for the whole of ${mention(group)}`;
  const offered = item.owner === undefined ? 'nobody owns this action item' : 'nobody owned this action item';
  const who = from === undefined ? offered : `<@${from}> gave this action item back${whose}`;
  const headline = `↩️ ${incidentTitle(incident)}${inChannel(incident)}: ${who}${reasonWords(reason, REASON)}.`;
  const isFree = item.owner === undefined || (item.owner.kind === 'person' && item.owner.id === from);
  return {
    text: `${headline} It is: ${titleWords(item, TITLE)}`,
    blocks: [section(headline), ...toldItem(told), ...(isFree ? leadersBlocks(told) : lostBlocks(told))],
  };
}

/** An item alone in its message. */
export function toldItem({ item, ending }: ItemNow): KnownBlock[] {
  const title = titleWords(item, TITLE);
  if (ending !== undefined) {
    return [section(`${struck(title)}\n${endingWords(ending)}${ticketWords(item)}`), actions(reopenButton(item))];
  }
  const { permalink } = item;
  return [
    section([bold(title), ...itemLines(item)].join('\n')),
    ...when(permalink !== undefined, () => [context(`Made from <${permalink}|this message>`)]),
  ];
}

function ownersBlocks({ item, ending }: ItemNow): KnownBlock[] {
  if (ending !== undefined) {
    return [];
  }
  if (item.acceptedAt !== undefined) {
    const who = item.owner === undefined ? '' : ` by ${mention(item.owner)}`;
    const put = [`👍 accepted${who}, ${slackTime(item.acceptedAt)}`, ...snoozedWords(item)];
    return [ownersActions(item), context(put.join(' · '))];
  }
  return [
    actions(
      acceptButton(item),
      formButton('Not me', forms.handBackActionItem, undefined, item.id),
      formButton('Change date', forms.changeDueDate, undefined, item.id),
      doneButton(item),
    ),
  ];
}

export function leadersBlocks({ item, ending }: ItemNow): KnownBlock[] {
  return when(ending === undefined, () => [leadersActions(item), ...snoozedWords(item).map((words) => context(words))]);
}

function snoozedWords({ snoozedUntil }: ItemNow['item']): readonly string[] {
  return snoozedUntil === undefined ? [] : [`😴 snoozed until ${dayWords(snoozedUntil)}`];
}

/** For whoever could do something about it, before it was somebody else's. */
export function lostBlocks({ item, ending }: ItemNow): KnownBlock[] {
  return when(ending === undefined, () => [context(lostWords(item))]);
}
