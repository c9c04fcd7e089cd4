import { endingOf } from '../../domain/action-items/ending.ts';
import type { PersonId, TeamId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import type { ItemCount, ItemFilter, ItemQuery } from '../item-list-store.ts';
import { todayOf } from '../people/zone-of.ts';
import type { Ports, Records } from '../ports.ts';
import type { ItemNow } from './action-item-messenger.ts';

export interface Viewer {
  readonly teamId: TeamId;
  readonly personId: PersonId;
}

export interface ShownItems extends ItemCount {
  readonly filter: ItemFilter;
  /** Today, where its reader is. */
  readonly day: CalendarDate;
  /** 0 is the first. */
  readonly page: number;
  /** One at least. */
  readonly pages: number;
  readonly items: readonly ItemNow[];
  /** The one whose items they are, where they are one's. */
  readonly incident: Incident | undefined;
  /** Whether those without a ticket can have one. */
  readonly hasTracker: boolean;
}

/** A page of the action items that somebody may see; the last one, where there are fewer by now. */
export async function listItems(
  { database: { records }, policy, clock }: Pick<Ports, 'database' | 'policy' | 'clock'>,
  viewer: Viewer,
  wanted: { readonly filter: ItemFilter; readonly page: number; readonly most: number },
): Promise<ShownItems> {
  const { filter, most } = wanted;
  const query = await queryOf(records, clock.now(), { viewer, filter });
  const count = await records.itemLists.count(query);
  const pages = Math.max(1, Math.ceil(count.total / most));
  const page = Math.min(wanted.page, pages - 1);
  const items: ItemNow[] = [];
  for (const { item, incident } of await records.itemLists.list(query, { from: page * most, most })) {
    const history = item.status === 'open' ? [] : await records.actionItems.history(item.id);
    items.push({ item, incident, ending: endingOf({ item, history }) });
  }
  const { incidentId } = filter;
  const incident = incidentId === undefined ? undefined : await records.incidents.find(incidentId);
  const hasTracker = policy.tracker !== undefined;
  return { ...count, filter, day: query.today, page, pages, items, incident, hasTracker };
}

async function queryOf(
  records: Records,
  now: Instant,
  { viewer, filter }: { readonly viewer: Viewer; readonly filter: ItemFilter },
): Promise<ItemQuery> {
  const { teamId, personId } = viewer;
  return { ...filter, teamId, viewer: personId, today: await todayOf(records, viewer, now) };
}
