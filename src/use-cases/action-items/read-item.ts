import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import type { ActionItemId } from '../../domain/ids.ts';
import type { Records } from '../ports.ts';

/** For work, which is asked for together with its item. */
export async function readItem(records: Records, id: ActionItemId): Promise<ItemOfIncident> {
  const item = await records.actionItems.find(id);
  const incident = item === undefined ? undefined : await records.incidents.find(item.incidentId);
  if (item === undefined || incident === undefined) {
    throw new Error(`no action item ${id}`);
  }
  return { item, incident };
}
