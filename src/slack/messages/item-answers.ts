import type { ItemEnded } from '../../domain/action-items/ending.ts';
import type { ItemNow } from '../../use-cases/action-items/action-item-messenger.ts';
import { actions, context, type Message, paragraph, section } from '../blocks/layout.ts';
import { titleWords } from '../text/item-words.ts';
import { dayWords } from '../text/slack-time.ts';
import { endedWords } from './explain-items.ts';
import { reopenButton } from './item-blocks.ts';

const TITLE = 150;

/** With the way back, for messages that do not follow their items. */
export function completedAnswer({ item }: ItemNow): Message {
  const text = `Done: ${titleWords(item, TITLE)}. Thank you.`;
  return { text, blocks: [section(text), actions(reopenButton(item))] };
}

/** To whoever pressed too late: what they pressed may stand in a message that has no *Reopen*. */
export function endedAnswer(refusal: ItemEnded): Message {
  const text = `${endedWords(refusal)} If it is not over press *Reopen*.`;
  return { text, blocks: [section(text), actions(reopenButton(refusal))] };
}

export function reopenedAnswer({ item }: ItemNow): Message {
  const due = item.dueOn === undefined ? '' : `, due ${dayWords(item.dueOn)}`;
  return paragraph(`Open again${due}: ${titleWords(item, TITLE)}.`);
}

export function acceptedAnswer({ item }: ItemNow): Message {
  const due =
    item.dueOn === undefined
      ? 'It has no due date yet'
      : `It is due on ${dayWords(item.dueOn)}, and you are reminded of it until it is done`;
  return paragraph(`It is yours: ${titleWords(item, TITLE)}. ${due}.`);
}

export function snoozedAnswer({ item }: ItemNow): Message {
  const until = item.snoozedUntil === undefined ? '' : ` until ${dayWords(item.snoozedUntil)}`;
  return paragraph(`Snoozed${until}: ${titleWords(item, TITLE)}.`);
}

/** To whoever put a reaction on a message that told them of what another owns, or nobody. */
export function notTheirItemAnswer(): Message {
  const text =
    'That action item is not yours, so ✅ changes nothing here. If it is done, put ✅ on its line in the incident’s channel.';
  return { text, blocks: [context(text)] };
}

/** To whoever put a reaction on a message that shows several. */
export function whichItemAnswer(): Message {
  const text = 'That message lists several action items. Press *Done* under the one that is done.';
  return { text, blocks: [context(text)] };
}
