import type { ActionItemChange } from '../../src/domain/action-items/action-item-change.ts';
import { actionItemId, channelId, messageKey } from '../../src/domain/ids.ts';
import type { CalendarDate } from '../../src/domain/time.ts';
import type { Modal } from '../../src/slack/blocks/fields.ts';
import type { Message } from '../../src/slack/blocks/layout.ts';
import { homeItems, itemList } from '../../src/slack/messages/item-list.ts';
import { changeDatesModal, changedDatesModal } from '../../src/slack/modals/change-dates-modal.ts';
import { editItemModal } from '../../src/slack/modals/edit-item-modal.ts';
import type { LeftRefusal } from '../../src/use-cases/action-items/change-due-dates.ts';
import type { ShownItems } from '../../src/use-cases/action-items/list-items.ts';
import { anItem, aRecordedIncident, at, claire, devops, mahari } from '../support/record-builder.ts';

const day = '2024-06-24' as CalendarDate;

const groups = [devops];

/** Lists of action items. */
export function everyItemList(typed: string): Record<string, Message> {
  const { incident, item, shown } = lists(typed);
  const ending = { status: 'wont-do', by: mahari, at: at('17:00'), reason: typed, through: undefined } as const;
  const ended = { incident, item: { ...item, status: 'wont-do', owner: undefined } as const, ending };
  const mine: ShownItems = { ...shown, filter: { show: 'open', whose: { kind: 'mine' }, incidentId: undefined } };
  const nothing = { items: [], total: 0, overdue: 0 };
  return {
    'action items of an incident': itemList(shown),
    'action items with what ended': itemList({
      ...shown,
      filter: { show: 'all', whose: devops, incidentId: undefined },
      incident: undefined,
      items: [...shown.items, ended],
    }),
    'action items, a page in the middle': itemList({ ...shown, page: 1, pages: 3, items: Array(10).fill(ended) }),
    'no action items': itemList({ ...shown, ...nothing }),
    'my action items': itemList(mine),
    'my action items, with tickets': itemList({ ...mine, ...withTickets(mine, typed) }),
    'action items of an incident, with tickets': itemList({ ...shown, ...withTickets(shown, typed) }),
    'none of my action items': itemList({ ...mine, ...nothing }),
    'my action items at home': {
      text: 'home',
      blocks: homeItems({ ...mine, items: Array(20).fill(shown.items[0]), total: 30 }),
    },
  };
}

/** Forms for many action items, and for all of one. */
export function everyItemListModal(typed: string): Record<string, Modal> {
  const { incident, item } = lists(typed);
  const change: ActionItemChange = {
    actionItemId: item.id,
    by: claire,
    at: at('17:00'),
    fields: [
      { field: 'title', from: typed, to: typed },
      { field: 'owner', from: undefined, to: devops },
      { field: 'dueOn', from: '2024-06-23', to: undefined },
      { field: 'status', from: 'open', to: 'done' },
    ],
    reason: typed,
    through: { channel: channelId('C0INCIDENT'), key: messageKey('1.2') },
  };
  const refusal = { kind: 'no-due-date' } as const;
  const ending = { status: 'done', by: mahari, at: at('17:00'), reason: undefined, through: undefined } as const;
  const refusals: readonly LeftRefusal[] = [
    { kind: 'item-ended', id: item.id, title: typed, ending },
    { kind: 'changed-meanwhile', item, last: change },
    { kind: 'due-in-the-past', dueOn: day },
    { kind: 'due-too-far', dueOn: day },
  ];
  const left = Array.from({ length: 90 }, () => ({ title: typed, refusal }));
  return {
    'dates of several action items': changeDatesModal([{ item, incident }], 120),
    'dates that were changed': changedDatesModal({ changed: Array(20).fill({ item, incident }), left: [] }),
    'dates that were left': changedDatesModal({ changed: [], left }),
    'dates that were left for each reason': changedDatesModal({
      changed: [{ item, incident }],
      left: refusals.map((each) => ({ title: typed, refusal: each })),
    }),
    'action item to edit': editItemModal({ item, incident, history: [], groups }),
    'action item with a long history': editItemModal({ item, incident, history: Array(9).fill(change), groups }),
    'action item that others edited': editItemModal({
      item,
      incident,
      history: [change],
      groups,
      again: { edit: { title: typed || 'Another' }, meanwhile: 'It was changed' },
    }),
  };
}

/** The first has one, the others can. */
function withTickets({ items: [first, ...others] }: ShownItems, key: string): Partial<ShownItems> {
  const ticket = { key, url: 'https://github.com/acme/infra/issues/12', isGone: false };
  return { hasTracker: true, items: first ? [{ ...first, item: { ...first.item, ticket } }, ...others] : others };
}

function lists(typed: string) {
  const incident = aRecordedIncident({ title: typed });
  const item = anItem({ title: typed || 'Test the pool', doneWhen: typed, priority: 'P1' });
  const nobodys = anItem({ id: actionItemId('01HZZZ0000000000000000ACT2'), owner: undefined, dueOn: undefined });
  const shown: ShownItems = {
    filter: { show: 'open', whose: undefined, incidentId: incident.id },
    day,
    page: 0,
    pages: 1,
    total: 2,
    overdue: 1,
    items: [
      { incident, item },
      { incident, item: nobodys },
    ],
    incident,
    hasTracker: false,
  };
  return { incident, item, shown };
}
