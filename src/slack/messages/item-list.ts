import type { Button, KnownBlock } from '@slack/types';
import type { ItemNow } from '../../use-cases/action-items/action-item-messenger.ts';
import type { ShownItems } from '../../use-cases/action-items/list-items.ts';
import { ITEM_SHOWS, type ItemShow, type Whose } from '../../use-cases/item-list-store.ts';
import { actions, button, context, type Message, section, when } from '../blocks/layout.ts';
import { select } from '../blocks/menus.ts';
import { lacksTicket, ticketButton } from '../blocks/ticket-button.ts';
import { buttons, COMMAND, forms } from '../identifiers.ts';
import { calledName, inChannel, mention } from '../text/describe-incident.ts';
import { bold, dueWordsOn, endingWords, snoozeWords, sortWords, struck, titleWords } from '../text/item-words.ts';
import { ticketWords } from '../text/ticket-link.ts';
import { formButton } from './form-button.ts';
import { itemBlocks, ownersActions, reopenButton } from './item-blocks.ts';
import { type ItemView, MINE, writeItemView } from './item-view.ts';

/** So many items, with their buttons, are read at once. */
export const ITEMS_PAGE = 10;

const TITLE = 160;

/** Action items of one or of many incidents, page by page, each with what one can do to it. */
export function itemList(shown: ShownItems): Message {
  const { items, filter } = shown;
  const view: ItemView = { ...filter, page: shown.page };
  const text = headline(shown);
  return {
    text,
    blocks: [
      section(`*${text}*`),
      ...when(filter.whose?.kind !== 'mine', () => [actions(showMenu(view), ...wider(view))]),
      ...(items.length === 0
        ? [section(nothing(shown))]
        : items.flatMap((now) => (isMine(filter.whose) ? ownBlocks(now, shown) : listedBlocks(now, shown)))),
      ...footer(view, shown),
    ],
  };
}

/** Those of one person at the foot of their home page: the first of them, without pages. */
export function homeItems(shown: ShownItems): KnownBlock[] {
  const { items, total } = shown;
  const hidden = total - items.length;
  return [
    section(`*${headline(shown)}*`),
    ...(items.length === 0 ? [section(nothing(shown))] : items.flatMap((now) => ownBlocks(now, shown))),
    ...when(hidden > 0, () => [context(`and ${hidden} more: \`${COMMAND} mine\``)]),
    ...when(items.length > 0, () => [actions(changeDates(MINE))]),
  ];
}

function isMine(whose: Whose | undefined): boolean {
  return whose?.kind === 'mine';
}

/** `Your action items: 12 open, 3 overdue` */
function headline({ filter, total, overdue, incident }: ShownItems): string {
  const of = incident === undefined ? '' : ` of ${calledName(incident)}`;
  const owned =
    filter.whose === undefined || filter.whose.kind === 'mine' ? '' : ` owned by ${ownerWords(filter.whose)}`;
  const whose = isMine(filter.whose) ? 'Your action items' : `Action items${of}${owned}`;
  const late = overdue === 0 ? '' : `, ${overdue} overdue`;
  switch (filter.show) {
    case 'open':
      return `${whose}: ${total} open${late}`;
    case 'overdue':
      return `${whose}: ${total} overdue`;
    case 'all':
      return `${whose}: ${total} in all${late}`;
  }
}

function ownerWords(whose: Exclude<Whose, { kind: 'mine' }>): string {
  return whose.kind === 'person' ? `<@${whose.id}>` : `<!subteam^${whose.id}>`;
}

function nothing({ filter, incident }: ShownItems): string {
  if (isMine(filter.whose)) {
    return 'Nothing is yours to do. What you are given comes to you by direct message.';
  }
  const add = `\`${COMMAND} action @owner what is to be done\` adds one.`;
  switch (filter.show) {
    case 'overdue':
      return 'Nothing is overdue here.';
    case 'open':
      return incident === undefined
        ? `Nothing is open here. In an incident’s channel ${add}`
        : `Nothing is open here. ${add}`;
    case 'all':
      return incident === undefined ? `There is none. In an incident’s channel ${add}` : `There is none yet. ${add}`;
  }
}

function ownBlocks(now: ItemNow, { day, hasTracker }: ShownItems): KnownBlock[] {
  return itemBlocks({ ...now, capacity: 'owner' }, day, { create: hasTracker ? createButton(now) : undefined });
}

function createButton({ item, incident }: ItemNow): Button | undefined {
  return lacksTicket(item) ? ticketButton(item, incident) : undefined;
}

/** One among those of others: whose it is comes first. */
function listedBlocks(now: ItemNow, { day, hasTracker }: ShownItems): KnownBlock[] {
  const { item, incident, ending } = now;
  const title = titleWords(item, TITLE);
  const owner = item.owner === undefined ? '_nobody owns it_' : mention(item.owner);
  const source = item.permalink === undefined ? '' : ` · <${item.permalink}|message>`;
  const where = `${calledName(incident)}${inChannel(incident)}${source}${ticketWords(item)}`;
  const lines = [bold(title), `${owner} · ${dueWordsOn(day, item)}${sortWords(item)}`, where, snoozeWords(item, day)];
  return ending === undefined
    ? [
        section(lines.filter((line) => line !== '').join('\n')),
        ownersActions(item, { create: hasTracker ? createButton(now) : undefined }),
      ]
    : [section([struck(title), `${owner} · ${endingWords(ending)}`, where].join('\n')), actions(reopenButton(item))];
}

function showMenu(view: ItemView) {
  const choices = ITEM_SHOWS.map((show) => ({ value: writeItemView({ ...view, page: 0, show }), label: labels[show] }));
  return select({
    action: buttons.itemFilter,
    placeholder: 'Show',
    choices,
    initial: writeItemView({ ...view, page: 0 }),
  });
}

const labels: Readonly<Record<ItemShow, string>> = { open: 'Open', overdue: 'Overdue', all: 'All' };

/** From one incident’s to everybody’s. */
function wider(view: ItemView) {
  const value = writeItemView({ ...view, page: 0, incidentId: undefined });
  return view.incidentId === undefined
    ? []
    : [button({ label: 'Of all incidents', action: `${buttons.itemPage}:wider`, value })];
}

function footer(view: ItemView, { pages, total, items }: ShownItems): KnownBlock[] {
  const turn = (label: string, variant: string, page: number) =>
    button({ label, action: `${buttons.itemPage}:${variant}`, value: writeItemView({ ...view, page }) });
  const canMove = items.some(({ ending }) => ending === undefined);
  return when(total > 0, () => [
    ...when(pages > 1, () => [context(`Page ${view.page + 1} of ${pages}`)]),
    actions(
      ...(view.page > 0 ? [turn('Back', 'back', view.page - 1)] : []),
      ...(view.page < pages - 1 ? [turn('More', 'more', view.page + 1)] : []),
      turn('Refresh', 'again', view.page),
      ...(canMove ? [changeDates(view)] : []),
    ),
  ]);
}

function changeDates(view: ItemView) {
  return formButton('Change dates…', forms.changeDueDates, undefined, writeItemView({ ...view, page: 0 }));
}
