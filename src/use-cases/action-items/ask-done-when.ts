import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { lacksDoneWhen } from '../../domain/action-items/suggest-done-when.ts';
import type { ActionItemId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import { readItem } from './read-item.ts';

/** Has whoever made an item asked how one will see that it is done, where it does not say. */
export async function askForDoneWhen(records: Records, item: ActionItem, now: Instant): Promise<void> {
  if (lacksDoneWhen(item)) {
    await enqueue(records, `ask-done-when:${item.id}`, now, { kind: 'ask-done-when', actionItemId: item.id });
  }
}

/** Not once it has come to its end, or somebody said it meanwhile. */
export async function askDoneWhen(
  { database, actionItemMessenger }: Pick<Ports, 'database' | 'actionItemMessenger'>,
  id: ActionItemId,
): Promise<void> {
  const { item, incident } = await readItem(database.records, id);
  if (incident.channel !== undefined && item.status === 'open' && lacksDoneWhen(item)) {
    await actionItemMessenger.askDoneWhen(incident.channel, item);
  }
}
