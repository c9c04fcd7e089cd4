import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { CalendarDate } from '../../domain/time.ts';
import type { DigestItem, ItemNow } from '../../use-cases/action-items/action-item-messenger.ts';
import { actions, button, section } from '../blocks/layout.ts';
import { overflow, select } from '../blocks/menus.ts';
import { buttons, forms } from '../identifiers.ts';
import { calledName, inChannel, mention } from '../text/describe-incident.ts';
import {
  bold,
  doneWhenWords,
  dueWords,
  dueWordsOn,
  endingWords,
  lostWords,
  reasonWords,
  snoozeWords,
  sortWords,
  struck,
  titleWords,
} from '../text/item-words.ts';
import { ticketWords } from '../text/ticket-link.ts';
import { formButton } from './form-button.ts';
import { snoozeValue } from './snooze-value.ts';

const TITLE = 160;

type ListedItem = Omit<DigestItem, 'lacksOwner'>;

/** Where it stands in a list or on a home page, which no mere choice has drawn anew; `create` makes its ticket. */
export interface AskedFor {
  readonly create: Button | undefined;
}

/** One of several, with what its reader can do: two blocks at most. */
export function itemBlocks(shown: ListedItem, day: CalendarDate, askedFor?: AskedFor): KnownBlock[] {
  const { item, ending, capacity } = shown;
  const title = titleWords(item, TITLE);
  if (ending !== undefined) {
    return [section(`${struck(title)}\n${endingWords(ending)}${ticketWords(item)}`), actions(reopenButton(item))];
  }
  const lines = [bold(title), ...(capacity === 'owner' ? ownLines(shown, day) : othersLines(shown, day))];
  const told = section(lines.filter((line) => line !== '').join('\n'));
  return capacity === 'nobody'
    ? [told]
    : [told, capacity === 'owner' ? ownItemActions(item, askedFor) : leadersActions(item)];
}

function ownLines({ item, incident }: ItemNow, day: CalendarDate): readonly string[] {
  const where = `${calledName(incident)}${inChannel(incident)}`;
  const source = item.permalink === undefined ? '' : ` · <${item.permalink}|message>`;
  const whose = item.owner?.kind === 'group' ? `${mention(item.owner)} · ` : '';
  return [
    `${whose}${dueWordsOn(day, item)}${sortWords(item)}`,
    `${where}${source}${ticketWords(item)}`,
    snoozeWords(item, day),
  ];
}

function othersLines({ item, incident, capacity, snoozeReason }: ListedItem, day: CalendarDate): readonly string[] {
  if (capacity === 'nobody') {
    return [lostWords(item)];
  }
  const where = `${calledName(incident)}${inChannel(incident)}`;
  const snoozed = snoozeWords(item, day);
  const put = snoozed === '' ? '' : `${snoozed}${reasonWords(snoozeReason)}`;
  const whose = item.owner === undefined ? '' : `${mention(item.owner)} · `;
  return [`${whose}${dueWordsOn(day, item)}${sortWords(item)}`, `${where}${ticketWords(item)}`, put];
}

/** What a group owns is somebody's once one of them accepts it. */
function ownItemActions(item: Pick<ActionItem, 'id' | 'owner'>, askedFor?: AskedFor): ActionsBlock {
  const all = ownersActions(item, askedFor);
  return item.owner?.kind === 'group' ? { ...all, elements: [acceptButton(item), ...all.elements] } : all;
}

/** What whoever owns it can do, wherever it stands among others. */
export function ownersActions(item: Pick<ActionItem, 'id'>, askedFor?: AskedFor): ActionsBlock {
  const create = askedFor?.create;
  return actions(
    doneButton(item),
    ...(askedFor === undefined ? [snoozeMenu(item)] : []),
    formButton('Reassign', forms.reassignActionItem, undefined, item.id),
    formButton('Won’t do', forms.giveUpActionItem, undefined, item.id),
    formButton('Edit', forms.editActionItem, undefined, item.id),
    ...(create === undefined ? [] : [create]),
    ...(askedFor === undefined ? [] : [snoozeDots(item)]),
  );
}

/** What whoever leads the incident can do about one that is late, or nobody's. A snooze is its owner's where it has one. */
export function leadersActions(item: Pick<ActionItem, 'id' | 'owner'>): ActionsBlock {
  const giveUp = formButton('Won’t do', forms.giveUpActionItem, undefined, item.id);
  return item.owner === undefined
    ? actions(
        button({ label: 'Take it', action: buttons.takeActionItem, value: item.id }),
        formButton('Give it to…', forms.reassignActionItem, undefined, item.id),
        doneButton(item),
        snoozeMenu(item),
        giveUp,
      )
    : actions(doneButton(item), formButton('Reassign', forms.reassignActionItem, undefined, item.id), giveUp);
}

export function acceptButton({ id }: Pick<ActionItem, 'id'>): Button {
  return button({ label: 'Accept', action: buttons.acceptActionItem, value: id, style: 'primary' });
}

export function doneButton({ id }: Pick<ActionItem, 'id'>) {
  return button({ label: 'Done', action: buttons.completeActionItem, value: id });
}

export function reopenButton({ id }: Pick<ActionItem, 'id'>) {
  return button({ label: 'Reopen', action: buttons.reopenActionItem, value: id });
}

function snoozeMenu({ id }: Pick<ActionItem, 'id'>) {
  return select({
    action: buttons.snoozeActionItem,
    placeholder: 'Snooze',
    initial: '',
    choices: [
      { label: '1 day', value: snoozeValue(id, 'one-day') },
      { label: '3 days', value: snoozeValue(id, 'three-days') },
      { label: 'A week', value: snoozeValue(id, 'one-week') },
      { label: 'Pick a date…', value: snoozeValue(id, undefined) },
    ],
  });
}

/** A menu would go on showing what was chosen, and take it no second time, once the form that asks why was closed. */
function snoozeDots({ id }: Pick<ActionItem, 'id'>) {
  return overflow(buttons.snoozeActionItem, [
    { label: 'Snooze 1 day', value: snoozeValue(id, 'one-day') },
    { label: 'Snooze 3 days', value: snoozeValue(id, 'three-days') },
    { label: 'Snooze a week', value: snoozeValue(id, 'one-week') },
    { label: 'Snooze until…', value: snoozeValue(id, undefined) },
  ]);
}

/** What an item is about, in the order in which one asks: until when, how urgent, how one sees that it is done. */
export function itemLines(item: ActionItem): readonly string[] {
  return [`${dueWords(item)}${sortWords(item)}${ticketWords(item)}`, doneWhenWords(item)].filter((line) => line !== '');
}
