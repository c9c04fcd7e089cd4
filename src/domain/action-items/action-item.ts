import type { ActionItemId, IncidentId, PersonId } from '../ids.ts';
import type { Party } from '../people/person.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { TicketLink } from './ticket.ts';

export const ACTION_ITEM_KINDS = ['mitigate', 'prevent', 'detect', 'process'] as const;

export type ActionItemKind = (typeof ACTION_ITEM_KINDS)[number];

/** The most urgent first. */
export const PRIORITIES = ['P0', 'P1', 'P2', 'P3'] as const;

export type Priority = (typeof PRIORITIES)[number];

export const ACTION_ITEM_STATUSES = ['open', 'done', 'wont-do'] as const;

export type ActionItemStatus = (typeof ACTION_ITEM_STATUSES)[number];

/** Follow-up work for after the incident. */
export interface ActionItem {
  readonly id: ActionItemId;
  readonly incidentId: IncidentId;
  readonly title: string;
  /** Missing until somebody says it; never guessed. */
  readonly kind: ActionItemKind | undefined;
  readonly priority: Priority | undefined;
  readonly owner: Party | undefined;
  /** A day in its owner's time zone, which is over when that day is. */
  readonly dueOn: CalendarDate | undefined;
  /** How one will see that it is done. */
  readonly doneWhen: string | undefined;
  readonly status: ActionItemStatus;
  /** When its owner said that they take it on; another owner has not. */
  readonly acceptedAt: Instant | undefined;
  /** Its owner is not reminded before that day; where nobody owns it, whoever is to find somebody. */
  readonly snoozedUntil: CalendarDate | undefined;
  /** When its owner, due date or snooze was last set: of what was to be reminded before then nobody is owed anything. */
  readonly plannedAt: Instant;
  readonly createdBy: PersonId;
  readonly createdAt: Instant;
  /** When it was done, or given up. */
  readonly endedAt: Instant | undefined;
  /** The message that it was made from. */
  readonly permalink: string | undefined;
  /** In the policy's tracker, where it has one. Kept by the `TicketStore`. */
  readonly ticket?: TicketLink | undefined;
}
