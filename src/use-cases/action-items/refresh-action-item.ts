import type { ActionItemId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Ports } from '../ports.ts';
import { messageNow } from './message-now.ts';
import { readItem } from './read-item.ts';

/** Draws every message that shows an item as it is now, and forgets those that are gone. */
export async function refreshActionItem(
  ports: Pick<Ports, 'database' | 'actionItemMessenger'>,
  id: ActionItemId,
): Promise<void> {
  const { records } = ports.database;
  const { incident } = await readItem(records, id);
  for (const shown of await records.itemMessages.list(id)) {
    const now = await messageNow(records, id, shown);
    if (now !== undefined && !(await ports.actionItemMessenger.redraw(shown.message, now))) {
      await ports.database.transaction(async ({ itemMessages }) =>
        accept(await itemMessages.forget(incident.teamId, shown.message)),
      );
    }
  }
}
