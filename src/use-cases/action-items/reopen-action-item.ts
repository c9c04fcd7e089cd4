import { type ItemOpen, reopenItem } from '../../domain/action-items/ending.ts';
import type { Result } from '../../domain/result.ts';
import type { AlreadyHandled, ChangePorts } from '../change.ts';
import type { ItemNow } from './action-item-messenger.ts';
import { changeItem, type ItemRequest } from './change-item.ts';
import type { NoSuchActionItem } from './find-item.ts';

export type ReopenActionItemRefusal = AlreadyHandled | NoSuchActionItem | ItemOpen;

export function reopenActionItem(
  ports: ChangePorts,
  request: ItemRequest,
): Promise<Result<ItemNow, ReopenActionItemRefusal>> {
  return changeItem(ports, request, { action: 'reopen-action-item', decide: reopenItem });
}
