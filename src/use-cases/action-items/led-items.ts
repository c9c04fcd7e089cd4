import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { ActionItemId, IncidentId, PersonId } from '../../domain/ids.ts';
import { leaderOf } from '../people/leader-of.ts';
import type { Ports } from '../ports.ts';

/** What one person leads; where nobody does, what is of one incident. */
export interface LedItems {
  readonly leader: PersonId | undefined;
  readonly incidentId: IncidentId;
  readonly ids: readonly ActionItemId[];
}

/** Sorts items by whoever is told of them. For the worker only: it waits for the chat system. */
export async function ledItems(
  ports: Pick<Ports, 'database' | 'directory'>,
  items: readonly Pick<ActionItem, 'id' | 'incidentId'>[],
): Promise<readonly LedItems[]> {
  const leaders = new Map<IncidentId, PersonId | undefined>();
  const groups = new Map<string, LedItems>();
  for (const { id, incidentId } of items) {
    if (!leaders.has(incidentId)) {
      const incident = await ports.database.records.incidents.find(incidentId);
      leaders.set(incidentId, incident && (await leaderOf(ports, incident))?.id);
    }
    const leader = leaders.get(incidentId);
    const { ids } = groups.get(leader ?? incidentId) ?? { ids: [] };
    groups.set(leader ?? incidentId, { leader, incidentId, ids: [...ids, id] });
  }
  return [...groups.values()];
}
