import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { changedFields } from '../../domain/action-items/action-item-change.ts';
import { accept } from '../../domain/result.ts';
import type { ActionItemMessage } from '../action-item-stores.ts';
import type { Ports } from '../ports.ts';
import type { ItemOfIncident } from './action-item-messenger.ts';
import { askToRefresh } from './keep-change.ts';

/** From now on the message follows the item; also what changed while it was on its way. */
export async function keepItemMessage(
  ports: Pick<Ports, 'database' | 'clock' | 'wake'>,
  { item: told }: ItemOfIncident,
  shown: ActionItemMessage,
): Promise<void> {
  await ports.database.transaction(async (records) => {
    await records.itemMessages.add(told.id, shown);
    const item = await records.actionItems.find(told.id);
    if (item !== undefined && isShownOtherwise(told, item)) {
      await askToRefresh(records, item, ports.clock.now());
    }
    return accept(undefined);
  });
  ports.wake();
}

function isShownOtherwise(told: ActionItem, item: ActionItem): boolean {
  return (
    item.acceptedAt !== told.acceptedAt ||
    item.ticket?.key !== told.ticket?.key ||
    item.ticket?.isGone !== told.ticket?.isGone ||
    changedFields(told, item).length > 0
  );
}
