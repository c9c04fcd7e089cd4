import type { ActionItemId } from '../ids.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { ActionItem, ActionItemStatus } from './action-item.ts';

export const TRACKER_KINDS = ['github', 'jira', 'webhook'] as const;

export type TrackerKind = (typeof TRACKER_KINDS)[number];

/** `gone`: it was deleted there, or moved to where we do not follow. */
export const TICKET_STATES = ['open', 'done', 'wont-do', 'gone'] as const;

export type TicketState = (typeof TICKET_STATES)[number];

/** Where an action item is found in a tracker. */
export interface TicketLink {
  /** As people there call it: `acme/infra#12`, `OPS-7`. */
  readonly key: string;
  readonly url: string | undefined;
  readonly isGone: boolean;
}

/** What is kept of an action item's ticket. */
export interface Ticket {
  readonly actionItemId: ActionItemId;
  readonly tracker: TrackerKind;
  readonly key: string;
  readonly url: string | undefined;
  /** What it was when it was last heard of, by us or by others. */
  readonly state: TicketState;
  /** When that was, as the tracker tells it: what it says of an earlier time is old. */
  readonly heardAt: Instant;
  /** What it was last told about its item. */
  readonly told: ToldFields;
  /** Why it could not be told the rest, which somebody heard; undefined once it was. */
  readonly failure: string | undefined;
}

/** What a ticket says about its item. */
export interface ToldFields {
  readonly title: string;
  readonly doneWhen: string | undefined;
  readonly dueOn: CalendarDate | undefined;
  /** The id of a person or group. */
  readonly owner: string | undefined;
}

/** What a tracker says of one of its tickets. */
export interface TicketReport {
  readonly key: string;
  readonly state: TicketState;
  readonly at: Instant;
  /** Who did it, as they are called there. */
  readonly by: string | undefined;
}

/** What a ticket must still be told; what is missing is as it must be. */
export interface TicketChange {
  readonly fields: ReadonlySet<keyof ToldFields>;
  /** Where it must be closed or opened again. */
  readonly status: ActionItemStatus | undefined;
}

export function fieldsOf({ title, doneWhen, dueOn, owner }: ActionItem): ToldFields {
  return { title, doneWhen, dueOn, owner: owner?.id };
}

/** Undefined where the ticket says all that it must: then our own change, come back from there, leads to none. */
export function ticketChange(item: ActionItem, ticket: Ticket): TicketChange | undefined {
  if (ticket.state === 'gone') {
    return undefined;
  }
  const now = fieldsOf(item);
  const fields = new Set((Object.keys(now) as (keyof ToldFields)[]).filter((name) => now[name] !== ticket.told[name]));
  const status = isClosed(item.status) === isClosed(ticket.state) ? undefined : item.status;
  return fields.size === 0 && status === undefined ? undefined : { fields, status };
}

/** Undefined where the report says nothing new. */
export function hearReport(ticket: Ticket, { state, at }: TicketReport): Ticket | undefined {
  return state === ticket.state || at < ticket.heardAt ? undefined : { ...ticket, state, heardAt: at };
}

/** What becomes of the item whose ticket was closed or opened again; undefined where it is so already. */
export function statusAfter(item: ActionItem, ticket: Ticket): ActionItemStatus | undefined {
  return ticket.state === 'gone' || isClosed(item.status) === isClosed(ticket.state) ? undefined : ticket.state;
}

export function isClosed(state: TicketState): boolean {
  return state === 'done' || state === 'wont-do';
}
