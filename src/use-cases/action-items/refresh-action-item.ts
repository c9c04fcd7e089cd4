import type { ActionItemId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Ports } from '../ports.ts';
import { readKnown } from './known-item.ts';
import { messageNow } from './message-now.ts';
import { askToRefreshList } from './refresh-list.ts';
import { askToRefreshReminder } from './refresh-reminder.ts';

/** Draws every message that shows an item as it is now, or asks for it, and forgets those that are gone. */
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
    for (const personId of new Set(
      shown.map(({ kind, personId: reader }) => (kind === 'digest' ? reader : undefined)),
    )) {
      await (personId && askToRefreshReminder(change, { teamId, personId }, now));
    }
    for (const { message } of shown.filter(({ kind }) => kind === 'returned')) {
      await askToRefreshList(change, { teamId, message, now });
    }
    return accept(undefined);
  });
  ports.wake();
  for (const each of shown) {
    const now = await messageNow(records, known, each);
    if (now !== undefined && !(await ports.actionItemMessenger.redraw(each.message, now))) {
      await ports.database.transaction(async ({ itemMessages }) =>
        accept(await itemMessages.forget(teamId, each.message)),
      );
    }
  }
}
