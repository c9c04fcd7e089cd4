import type { ItemEnded } from '../../domain/action-items/ending.ts';
import { type AlreadyAccepted, acceptItem, type NotTheirs } from '../../domain/action-items/ownership.ts';
import type { Result } from '../../domain/result.ts';
import type { AlreadyHandled, ChangePorts } from '../change.ts';
import type { ItemNow } from './action-item-messenger.ts';
import { changeItem, type ItemRequest } from './change-item.ts';
import type { NoSuchActionItem } from './find-item.ts';
import { owningMembers } from './owning-members.ts';

export type AcceptActionItemRefusal = AlreadyHandled | NoSuchActionItem | ItemEnded | NotTheirs | AlreadyAccepted;

export function acceptActionItem(
  ports: ChangePorts,
  request: ItemRequest,
): Promise<Result<ItemNow, AcceptActionItemRefusal>> {
  return changeItem(ports, request, {
    action: 'accept-action-item',
    decide: async (known, records, now) => {
      const members = await owningMembers(records, known.incident, known.item);
      return acceptItem(known, { by: request.personId, members, now });
    },
  });
}
