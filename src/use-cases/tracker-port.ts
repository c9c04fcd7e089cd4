import type { Ticket, TicketChange, TicketReport, TrackerKind } from '../domain/action-items/ticket.ts';
import type { ActionItemId } from '../domain/ids.ts';
import type { CalendarDate, Instant } from '../domain/time.ts';
import type { Attempt } from './messenger.ts';

/** The tracker that the policy names. Its faults are `DeliveryError`s. */
export interface Tracker {
  readonly kind: TrackerKind;
  /** `GitHub` */
  readonly name: string;
  /** Makes a ticket, or finds the one that an earlier attempt made. */
  create(content: TicketContent, attempt: Attempt): Promise<MadeTicket>;
  /** Tells a ticket what changed; answers what it is then. */
  update(ticket: Ticket, change: TicketChange, content: TicketContent, attempt: Attempt): Promise<HeardTicket>;
  /** Missing where it cannot be asked what changed. */
  readonly polling: Polling | undefined;
}

export interface Polling {
  readonly everyMilliseconds: number;
  /** The tickets that changed since then, a page at a time; others than ours may be among them. */
  listChanged(stretch: ChangedSince): Promise<ReportPage>;
}

/** An action item as a tracker is told of it. */
export interface TicketContent {
  readonly actionItemId: ActionItemId;
  readonly title: string;
  readonly kind: string | undefined;
  readonly priority: string | undefined;
  readonly doneWhen: string | undefined;
  readonly dueOn: CalendarDate | undefined;
  readonly owner: TicketOwner | undefined;
  /** Why it is to be done: `SEV1 INC-42: Booking is down`. */
  readonly why: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

export interface TicketOwner {
  readonly name: string;
  /** Missing of a group, and where the chat system does not tell it. */
  readonly email: string | undefined;
}

export type MadeTicket = Pick<Ticket, 'key' | 'url' | 'state' | 'heardAt'>;

export type HeardTicket = Pick<Ticket, 'state' | 'heardAt'>;

export interface ChangedSince {
  readonly since: Instant;
  readonly now: Instant;
  /** Where the page before ended. */
  readonly cursor: string | undefined;
}

export interface ReportPage {
  readonly reports: readonly TicketReport[];
  /** Undefined on the last page. */
  readonly nextCursor: string | undefined;
}

/** The tickets of action items. */
export interface TicketStore {
  find(item: ActionItemId): Promise<Ticket | undefined>;
  findByKey(tracker: TrackerKind, key: string): Promise<Ticket | undefined>;
  save(ticket: Ticket): Promise<void>;
  /** When the one was heard of that is longest ago, of those that are not gone. */
  oldestHeard(tracker: TrackerKind): Promise<Instant | undefined>;
}
