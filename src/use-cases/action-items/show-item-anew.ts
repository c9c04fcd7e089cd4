import { accept } from '../../domain/result.ts';
import type { ChangePorts } from '../change.ts';
import type { ItemRequest } from './change-item.ts';
import { findItem } from './find-item.ts';
import { askToRefresh } from './keep-change.ts';

/** Nothing changes, but what somebody chose in its messages stands there no more. Whoever may not see the item moves nothing. */
export async function showItemAnew(ports: ChangePorts, request: ItemRequest): Promise<void> {
  await ports.database.transaction(async (records) => {
    const found = await findItem(records, request);
    return accept(found.ok ? await askToRefresh(records, found.value.item, ports.clock.now()) : undefined);
  });
  ports.wake();
}
