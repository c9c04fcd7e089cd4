import type { ActionItem } from '../../src/domain/action-items/action-item.ts';
import type { Ending } from '../../src/domain/action-items/ending.ts';
import type { TicketLink } from '../../src/domain/action-items/ticket.ts';
import { channelId, groupId } from '../../src/domain/ids.ts';
import type { Party } from '../../src/domain/people/person.ts';
import type { CalendarDate } from '../../src/domain/time.ts';
import type { Modal } from '../../src/slack/blocks/fields.ts';
import type { Message } from '../../src/slack/blocks/layout.ts';
import { ticketButton } from '../../src/slack/blocks/ticket-button.ts';
import { actionItemLine } from '../../src/slack/messages/action-item-messages.ts';
import { assignedMessage, handedBackMessage } from '../../src/slack/messages/assignment-messages.ts';
import { digestMessage } from '../../src/slack/messages/digest-message.ts';
import {
  acceptedAnswer,
  completedAnswer,
  endedAnswer,
  notTheirItemAnswer,
  reopenedAnswer,
  snoozedAnswer,
  whichItemAnswer,
} from '../../src/slack/messages/item-answers.ts';
import { returnedMessage } from '../../src/slack/messages/returned-message.ts';
import { unheardMessage } from '../../src/slack/messages/unheard-message.ts';
import {
  changeDueDateModal,
  giveUpModal,
  handBackModal,
  reassignModal,
  snoozeModal,
} from '../../src/slack/modals/item-modals.ts';
import type { DigestItem } from '../../src/use-cases/action-items/action-item-messenger.ts';
import { anItem, aRecordedIncident, at, claire, mahari } from '../support/record-builder.ts';

const day = '2024-06-10' as CalendarDate;

function told(typed: string) {
  const incident = aRecordedIncident({ status: 'closed', title: typed, channel: channelId('C0INCIDENT') });
  const item = anItem({
    title: typed,
    doneWhen: typed,
    priority: 'P1',
    permalink: 'https://x.slack.com/archives/C1/p1',
  });
  return { incident, item };
}

function done(reason?: string): Ending {
  return { status: 'done', by: claire, at: at('18:00'), reason, through: undefined };
}

function itemsOf(typed: string, overrides: Partial<DigestItem>, ...items: readonly Partial<ActionItem>[]) {
  const { incident, item } = told(typed);
  return items.map(
    (each): DigestItem => ({
      incident,
      item: { ...item, ...each },
      capacity: 'owner',
      lacksOwner: false,
      snoozeReason: typed,
      ...overrides,
    }),
  );
}

/** What people are told of their action items, with `typed` wherever somebody's words go. */
export function everyItemMessage(typed: string): Record<string, Message> {
  const { incident, item } = told(typed);
  const group: Party = { kind: 'group', id: groupId('S1'), handle: 'dba' };
  const ended = { ...done(typed), status: 'wont-do' } as const;
  const dates = ['2024-06-01', '2024-06-10', '2024-06-11', '2024-06-17', '2024-07-30'] as CalendarDate[];
  const returned = itemsOf(
    typed,
    { capacity: 'leader' },
    { owner: undefined, dueOn: dates[1] },
    { owner: undefined, snoozedUntil: dates[4], kind: undefined },
  );
  return {
    'action item line done': actionItemLine(item, { ending: done() }),
    'action item line given up': actionItemLine(item, { ending: ended }),
    'action item line that nobody owns': actionItemLine({ ...item, owner: undefined }),
    'action item line without a ticket': actionItemLine(item, { create: ticketButton(item, incident) }),
    'action item line without a ticket, of a private incident': actionItemLine(item, {
      create: ticketButton(item, { isPrivate: true }),
    }),
    'action item line with a ticket': actionItemLine({ ...item, ticket: ticketOf(typed) }),
    'action item assigned with a ticket': assignedMessage(
      { item: { ...item, ticket: ticketOf(typed) }, incident },
      true,
    ),
    'action item assigned whose ticket is gone': assignedMessage(
      { item: { ...item, ticket: { ...ticketOf(typed), isGone: true } }, incident },
      true,
    ),
    'action item assigned': assignedMessage({ item, incident }, true),
    'action item assigned to a group': assignedMessage({ item: { ...item, owner: group }, incident }, true),
    'action item accepted': assignedMessage({ item: { ...item, acceptedAt: at('18:00') }, incident }, true),
    'action item accepted and snoozed': assignedMessage(
      { item: { ...item, acceptedAt: at('18:00'), snoozedUntil: dates[4] }, incident },
      true,
    ),
    'action item assigned and done': assignedMessage({ item, incident, ending: done() }, true),
    'action item of somebody else now': assignedMessage({ item, incident }, false),
    'action item handed back': handedBackMessage({
      item: { ...item, owner: undefined },
      incident,
      from: claire,
      reason: typed,
    }),
    'action item handed back without a reason': handedBackMessage({
      item: { ...item, owner: undefined },
      incident,
      from: undefined,
      reason: undefined,
    }),
    'action item handed back and snoozed': handedBackMessage({
      item: { ...item, owner: undefined, snoozedUntil: dates[4] },
      incident,
      from: claire,
      reason: typed,
    }),
    'action item handed back and given to somebody': handedBackMessage({ item, incident, from: mahari, reason: typed }),
    'action item of which nobody hears': unheardMessage({
      item,
      incident,
      owner: item.owner,
      because: 'not-in-channel',
    }),
    'action item of a group without people': unheardMessage({ item, incident, owner: group, because: 'nobody' }),
    'action item of somebody deactivated': unheardMessage({
      item: { ...item, owner: undefined },
      incident,
      owner: item.owner,
      because: 'deactivated',
    }),
    'action item of which somebody hears again': unheardMessage({
      item,
      incident,
      owner: item.owner,
      because: undefined,
    }),
    'action items of somebody deactivated': returnedMessage({ owner: claire, day, items: returned }),
    'one action item of somebody deactivated': returnedMessage({ owner: claire, day, items: returned.slice(0, 1) }),
    'action items of somebody deactivated, some seen to': returnedMessage({
      owner: claire,
      day,
      items: [
        ...returned,
        ...itemsOf(typed, {}, { dueOn: dates[1] }),
        ...itemsOf(typed, { capacity: 'nobody' }, { dueOn: dates[2] }),
        ...itemsOf(typed, { ending: ended }, {}),
      ],
    }),
    'action items of somebody deactivated, all seen to': returnedMessage({
      owner: claire,
      day,
      items: itemsOf(typed, { capacity: 'nobody' }, { dueOn: dates[2] }, {}),
    }),
    'reminders of a day': digestMessage({
      day,
      items: [
        ...itemsOf(typed, {}, ...dates.map((dueOn) => ({ dueOn })), { dueOn: undefined, kind: undefined }),
        ...itemsOf(typed, {}, { snoozedUntil: '2024-06-12' as CalendarDate }, { owner: group }),
        ...itemsOf(typed, { ending: ended }, { dueOn: dates[0] }),
        ...itemsOf(typed, { capacity: 'nobody' }, { dueOn: dates[0] }),
        ...itemsOf(typed, { capacity: 'leader' }, { dueOn: dates[0], snoozedUntil: dates[4] }, { owner: undefined }),
        ...itemsOf(typed, { capacity: 'leader' }, { dueOn: dates[1], snoozedUntil: dates[0] }),
      ],
    }),
    'reminders of a day with nothing left': digestMessage({ day, items: itemsOf(typed, { ending: done() }, {}) }),
    'reminders of somebody who only leads': digestMessage({
      day,
      items: itemsOf(typed, { capacity: 'leader' }, { dueOn: dates[0] }),
    }),
    'action item completed': completedAnswer({ item, incident }),
    'action item completed by another before': endedAnswer({
      kind: 'item-ended',
      id: item.id,
      title: typed,
      ending: done(typed),
    }),
    'action item reopened': reopenedAnswer({ item, incident }),
    'action item taken on': acceptedAnswer({ item, incident }),
    'action item snoozed': snoozedAnswer({ item: { ...item, snoozedUntil: day }, incident }),
    'reaction on another’s action item': notTheirItemAnswer(),
    'reaction on several action items': whichItemAnswer(),
  };
}

/** As long as a tracker’s may be. */
function longLinks(typed: string) {
  const url = `https://tracker.example/${'a'.repeat(1_500)}`;
  return {
    ticket: { ...ticketOf(typed), url },
    permalink: `https://travel-agency.slack.com/archives/C0123456789/p1717945200000100?thread_ts=1717945200.000100&cid=C0123456789`,
  };
}

/** As much as somebody can have at once; too long for a snapshot. */
export function everyLongItemMessage(typed: string): Record<string, Message> {
  const long = Array.from({ length: 60 }, () => ({ snoozedUntil: '2024-06-28' as CalendarDate }));
  const late = long.map((item) => ({ ...item, dueOn: '2024-06-01' as CalendarDate }));
  const own = itemsOf(typed, {}, ...late, ...long);
  const linked = late.map((item) => ({ ...item, ...longLinks(typed) }));
  const nobodys = linked.map((item) => ({ ...item, owner: undefined }));
  return {
    'reminders of a long day with long links': digestMessage({
      day,
      items: [...itemsOf(typed, {}, ...linked), ...itemsOf(typed, { capacity: 'leader' }, ...nobodys)],
    }),
    'action items of somebody deactivated, with long links': returnedMessage({
      owner: claire,
      day,
      items: itemsOf(typed, { capacity: 'leader' }, ...nobodys),
    }),
    'reminders of a long day': digestMessage({ day, items: own }),
    'reminders of a long day of a leader': digestMessage({
      day,
      items: [...own, ...itemsOf(typed, { capacity: 'leader' }, ...late, { owner: undefined })],
    }),
    'action items of somebody deactivated who had many': returnedMessage({
      owner: claire,
      day,
      items: itemsOf(typed, { capacity: 'leader' }, ...late.map((item) => ({ ...item, owner: undefined })), ...long),
    }),
    'reminders of a long day done': digestMessage({ day, items: itemsOf(typed, { ending: done(typed) }, ...long) }),
  };
}

export function everyItemModal(typed: string): Record<string, Modal> {
  const form = told(typed);
  const groups = Array.from({ length: 120 }, (_, index) => ({ id: groupId(`S${index}`), handle: `team-${index}` }));
  return {
    'action item handed back': handBackModal(form),
    'action item given up': giveUpModal(form),
    'due date changed': changeDueDateModal(form),
    'due date changed meanwhile': changeDueDateModal({
      ...form,
      meanwhile: 'Somebody was faster.',
      chosen: { day, reason: typed },
    }),
    'action item snoozed': snoozeModal({ ...form, until: undefined, times: 0 }),
    'action item snoozed again': snoozeModal({ ...form, until: day, times: 2 }),
    'action item reassigned': reassignModal({ ...form, groups }),
    'action item of a private incident reassigned': reassignModal({ ...form, groups: [] }),
    'action item reassigned meanwhile': reassignModal({
      ...form,
      groups,
      meanwhile: 'Somebody was faster.',
      chosen: { person: claire, group: undefined },
    }),
  };
}

function ticketOf(key: string): TicketLink {
  return { key, url: 'https://github.com/acme/infra/issues/12', isGone: false };
}
