import type { ItemOfIncident } from '../domain/action-items/item-of-incident.ts';
import type { GroupId, IncidentId, PersonId, TeamId } from '../domain/ids.ts';
import type { CalendarDate } from '../domain/time.ts';

/** The open ones, those of them that are late, or what came to an end too. */
export const ITEM_SHOWS = ['open', 'overdue', 'all'] as const;

export type ItemShow = (typeof ITEM_SHOWS)[number];

/** Whose items: those of whoever looks and of their groups, or what one person or one group owns. */
export type Whose =
  | { readonly kind: 'mine' }
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'group'; readonly id: GroupId };

export interface ItemFilter {
  readonly show: ItemShow;
  /** Missing: everybody's, and nobody's. */
  readonly whose: Whose | undefined;
  /** Missing: of all incidents. */
  readonly incidentId: IncidentId | undefined;
}

export interface ItemQuery extends ItemFilter {
  readonly teamId: TeamId;
  /** Of private incidents they see those that they are in. */
  readonly viewer: PersonId;
  /** What was due before it is late. */
  readonly today: CalendarDate;
}

export interface ItemCount {
  readonly total: number;
  /** How many of them are open and late. */
  readonly overdue: number;
}

/** Action items of many incidents at once, as somebody looks through them. */
export interface ItemListStore {
  /**
   * Open ones first, with an earlier due date first and those without one last; then what came to an end, the latest
   * first. `most` of them from the one at `from` on, which is 0 for the first.
   */
  list(query: ItemQuery, page: { readonly from: number; readonly most: number }): Promise<readonly ItemOfIncident[]>;
  count(query: ItemQuery): Promise<ItemCount>;
}
