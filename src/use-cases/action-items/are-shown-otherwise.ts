import { isShownOtherwise } from '../../domain/action-items/is-shown-otherwise.ts';
import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import type { Records } from '../ports.ts';

/** Whether any of those that a message told of changed while it was on its way. */
export async function areShownOtherwise(records: Records, told: readonly ItemOfIncident[]): Promise<boolean> {
  const now = await records.actionItems.findAll(told.map(({ item }) => item.id));
  return told.some(({ item: before }) => {
    const item = now.get(before.id);
    return item !== undefined && isShownOtherwise(before, item);
  });
}
