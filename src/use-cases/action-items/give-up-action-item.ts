import { giveUp, type ItemEnded, type Unexplained } from '../../domain/action-items/ending.ts';
import type { Result } from '../../domain/result.ts';
import type { AlreadyHandled, ChangePorts } from '../change.ts';
import type { ItemNow } from './action-item-messenger.ts';
import { changeItem, type ItemRequest } from './change-item.ts';
import type { NoSuchActionItem } from './find-item.ts';

export type GiveUpActionItemRefusal = AlreadyHandled | NoSuchActionItem | ItemEnded | Unexplained;

/** “Won’t do”, which whoever reads the postmortem finds with its reason. */
export function giveUpActionItem(
  ports: ChangePorts,
  request: ItemRequest & { readonly reason: string },
): Promise<Result<ItemNow, GiveUpActionItemRefusal>> {
  const reason = request.reason.trim();
  return changeItem(ports, request, {
    action: 'give-up-action-item',
    reason,
    decide: (known, _, now) => giveUp(known, { reason, now }),
  });
}
