import { isShownOtherwise } from '../../domain/action-items/is-shown-otherwise.ts';
import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import { accept } from '../../domain/result.ts';
import type { ActionItemMessage } from '../action-item-stores.ts';
import type { Ports } from '../ports.ts';
import { askToRefresh } from './keep-change.ts';

/**
 * From now on the message follows the item; also what changed while it was on its way, looked for once it is kept:
 * before, a change beside it might see no message, and we no change.
 */
export async function keepItemMessage(
  ports: Pick<Ports, 'database' | 'clock' | 'wake'>,
  { item: told }: ItemOfIncident,
  shown: ActionItemMessage,
): Promise<void> {
  await ports.database.transaction(async ({ itemMessages }) => accept(await itemMessages.add(told.id, shown)));
  await ports.database.transaction(async (records) => {
    const item = await records.actionItems.find(told.id);
    if (item !== undefined && isShownOtherwise(told, item)) {
      await askToRefresh(records, item, ports.clock.now());
    }
    return accept(undefined);
  });
  ports.wake();
}
