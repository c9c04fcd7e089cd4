import type { ActionItemChange } from '../../domain/action-items/action-item-change.ts';
import { complete, type ItemEnded } from '../../domain/action-items/ending.ts';
import type { Result } from '../../domain/result.ts';
import type { AlreadyHandled, ChangePorts } from '../change.ts';
import type { ItemNow } from './action-item-messenger.ts';
import { changeItem, type ItemRequest } from './change-item.ts';
import type { NoSuchActionItem } from './find-item.ts';

export type CompleteActionItemRefusal = AlreadyHandled | NoSuchActionItem | ItemEnded;

export function completeActionItem(
  ports: ChangePorts,
  request: ItemRequest & { readonly through?: ActionItemChange['through'] },
): Promise<Result<ItemNow, CompleteActionItemRefusal>> {
  return changeItem(ports, request, {
    action: 'complete-action-item',
    through: request.through,
    decide: (known, _, now) => complete(known, now),
  });
}
