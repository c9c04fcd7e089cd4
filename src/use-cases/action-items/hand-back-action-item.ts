import type { ItemEnded, Unexplained } from '../../domain/action-items/ending.ts';
import { handBack, type NotTheirs } from '../../domain/action-items/ownership.ts';
import type { Result } from '../../domain/result.ts';
import type { AlreadyHandled, ChangePorts } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import type { ItemNow } from './action-item-messenger.ts';
import { changeItem, type ItemRequest } from './change-item.ts';
import type { NoSuchActionItem } from './find-item.ts';
import { laneOfItem } from './keep-change.ts';
import { owningMembers } from './owning-members.ts';

export type HandBackActionItemRefusal = AlreadyHandled | NoSuchActionItem | ItemEnded | NotTheirs | Unexplained;

/** “Not me”: whoever leads the incident hears who, and why. */
export function handBackActionItem(
  ports: ChangePorts,
  request: ItemRequest & { readonly reason: string },
): Promise<Result<ItemNow, HandBackActionItemRefusal>> {
  const { personId } = request;
  const reason = request.reason.trim();
  return changeItem(ports, request, {
    action: 'hand-back-action-item',
    reason,
    decide: async (known, records) => {
      const members = await owningMembers(records, known.incident, known.item);
      return handBack(known, { by: personId, members, reason });
    },
    follow: (records, item, now) =>
      enqueue(records, laneOfItem(item), now, { kind: 'tell-handed-back', actionItemId: item.id, personId, reason }),
  });
}
