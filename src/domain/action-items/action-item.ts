import type { ActionItemId, IncidentId, PersonId } from '../ids.ts';
import type { Party } from '../people/person.ts';
import type { CalendarDate, Instant } from '../time.ts';

export const ACTION_ITEM_KINDS = ['mitigate', 'prevent', 'detect', 'process'] as const;

export type ActionItemKind = (typeof ACTION_ITEM_KINDS)[number];

/** Follow-up work for after the incident. */
export interface ActionItem {
  readonly id: ActionItemId;
  readonly incidentId: IncidentId;
  readonly title: string;
  /** Missing until somebody says it; never guessed. */
  readonly kind: ActionItemKind | undefined;
  readonly owner: Party | undefined;
  readonly dueOn: CalendarDate | undefined;
  /** How one will see that it is done. */
  readonly doneWhen: string | undefined;
  readonly status: 'open' | 'done';
  readonly createdBy: PersonId;
  readonly createdAt: Instant;
  readonly doneAt: Instant | undefined;
  /** The message that it was made from. */
  readonly permalink: string | undefined;
}
