import { accept } from '../../domain/result.ts';
import type { ChangePorts } from '../change.ts';
import type { ItemRequest } from './change-item.ts';
import { findItem } from './find-item.ts';
import { askToRefresh } from './keep-change.ts';
import { askToShowPress } from './refresh-item-message.ts';

/**
 * Nothing changes, but what somebody chose in its messages stands there no more, nor what is not so any more. Whoever may
 * not see the item moves nothing.
 */
export async function showItemAnew(ports: ChangePorts, request: ItemRequest): Promise<void> {
  await ports.database.transaction(async (records) => {
    const found = await findItem(records, request);
    if (found.ok) {
      const now = ports.clock.now();
      await askToRefresh(records, found.value.item, now);
      await askToShowPress(records, request, now);
    }
    return accept(undefined);
  });
  ports.wake();
}
