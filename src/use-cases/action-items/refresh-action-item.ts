import type { ActionItemId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { ActionItemMessage, Known } from '../action-item-stores.ts';
import { DeliveryError, type Ports } from '../ports.ts';
import { readKnown } from './known-item.ts';
import { messageNow } from './message-now.ts';
import { askToRefreshList } from './refresh-list.ts';
import { askToRefreshReminder } from './refresh-reminder.ts';

/**
 * Draws every message that shows an item as it is now, or asks for it, and forgets those that are gone. One that the chat
 * system refuses keeps none of the others from being drawn.
 */
export async function refreshActionItem(
  ports: Pick<Ports, 'database' | 'actionItemMessenger' | 'clock' | 'wake'>,
  id: ActionItemId,
): Promise<void> {
  const { records } = ports.database;
  const known = await readKnown(records, id);
  const { teamId } = known.incident;
  const shown = await records.itemMessages.list(id);
  await ports.database.transaction(async (change) => {
    const now = ports.clock.now();
    const readers = shown.flatMap(({ kind, personId }) =>
      kind === 'digest' && personId !== undefined ? [personId] : [],
    );
    for (const personId of new Set(readers)) {
      await askToRefreshReminder(change, { teamId, personId }, now);
    }
    for (const { message } of shown.filter(({ kind }) => kind === 'returned')) {
      await askToRefreshList(change, { teamId, message, now });
    }
    return accept(undefined);
  });
  ports.wake();
  const faults: unknown[] = [];
  for (const each of shown) {
    await redraw(ports, known, each).catch((fault: unknown) => faults.push(fault));
  }
  if (faults.length > 0) {
    throw faults.find((fault) => !isForGood(fault)) ?? faults[0];
  }
}

async function redraw(
  { database, actionItemMessenger }: Pick<Ports, 'database' | 'actionItemMessenger'>,
  known: Known,
  shown: ActionItemMessage,
): Promise<void> {
  const now = await messageNow(database.records, known, shown);
  if (now !== undefined && !(await actionItemMessenger.redraw(shown.message, now))) {
    await database.transaction(async ({ itemMessages }) =>
      accept(await itemMessages.forget(known.incident.teamId, shown.message)),
    );
  }
}

function isForGood(fault: unknown): boolean {
  return fault instanceof DeliveryError && fault.sort === 'never';
}
