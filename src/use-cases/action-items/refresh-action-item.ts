import type { ActionItemId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';
import { readItem } from './read-item.ts';

/** Draws every message that shows an item as it is now. */
export async function refreshActionItem(
  ports: Pick<Ports, 'database' | 'actionItemMessenger'>,
  id: ActionItemId,
): Promise<void> {
  const { records } = ports.database;
  const { incident } = await readItem(records, id);
  for (const shown of await records.itemMessages.list(id)) {
    const told = [];
    for (const each of await records.itemMessages.listItems(incident.teamId, shown.message)) {
      told.push(await readItem(records, each));
    }
    await ports.actionItemMessenger.refresh(shown, told);
  }
}
