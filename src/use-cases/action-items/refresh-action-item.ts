import type { ActionItemId, PersonId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Ports } from '../ports.ts';
import { laneOfDrawings } from './keep-change.ts';
import { readItem } from './read-item.ts';
import { askToRefreshMessage } from './refresh-item-message.ts';
import { askToRefreshReminder } from './refresh-reminder.ts';

/**
 * Has every message that shows an item drawn anew, each by itself: of a big group they are many, and what the chat system
 * refuses of them or puts off keeps none of the others from being drawn. Of somebody's reminders the last is.
 */
export async function refreshActionItem(
  ports: Pick<Ports, 'database' | 'clock' | 'wake'>,
  id: ActionItemId,
): Promise<void> {
  await ports.database.transaction(async (records) => {
    // Where a later one waits, that asks for all.
    if (await records.work.isWaiting(laneOfDrawings({ id }), 'refresh-action-item')) {
      return accept(undefined);
    }
    const { teamId } = (await readItem(records, id)).incident;
    const now = ports.clock.now();
    const readers = new Set<PersonId>();
    for (const { kind, personId, message } of await records.itemMessages.list(id)) {
      if (kind !== 'digest') {
        await askToRefreshMessage(records, { teamId, message, now });
      } else if (personId !== undefined) {
        readers.add(personId);
      }
    }
    for (const personId of readers) {
      await askToRefreshReminder(records, { teamId, personId }, now);
    }
    return accept(undefined);
  });
  ports.wake();
}
