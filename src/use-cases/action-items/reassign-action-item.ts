import type { ItemEnded } from '../../domain/action-items/ending.ts';
import {
  type ChangedMeanwhile,
  type NotTheirs,
  type OwnerUnchanged,
  reassign,
  takeItem,
} from '../../domain/action-items/ownership.ts';
import type { Party } from '../../domain/people/person.ts';
import type { Result } from '../../domain/result.ts';
import type { AlreadyHandled, ChangePorts } from '../change.ts';
import type { ItemNow } from './action-item-messenger.ts';
import { changeItem, type ItemRequest } from './change-item.ts';
import { checkOwner, type OwnerRefusal } from './check-item.ts';
import type { NoSuchActionItem } from './find-item.ts';

export interface ReassignActionItem extends ItemRequest {
  readonly to: Party;
  /** Whose it was where they chose. */
  readonly seen: string;
}

export type ReassignActionItemRefusal =
  | AlreadyHandled
  | NoSuchActionItem
  | ItemEnded
  | OwnerRefusal
  | OwnerUnchanged
  | ChangedMeanwhile;

export function reassignActionItem(
  ports: ChangePorts,
  request: ReassignActionItem,
): Promise<Result<ItemNow, ReassignActionItemRefusal>> {
  const { to, seen } = request;
  return changeItem<Exclude<ReassignActionItemRefusal, AlreadyHandled | NoSuchActionItem>>(ports, request, {
    action: 'reassign-action-item',
    decide: async (known, records) => {
      const owner = await checkOwner(records, known.incident, to);
      return owner.ok ? reassign(known, { to, seen }) : owner;
    },
  });
}

export type TakeActionItemRefusal = AlreadyHandled | NoSuchActionItem | ItemEnded | OwnerUnchanged | NotTheirs;

/** Takes on an item that nobody owns. */
export function takeActionItem(
  ports: ChangePorts,
  request: ItemRequest,
): Promise<Result<ItemNow, TakeActionItemRefusal>> {
  return changeItem(ports, request, {
    action: 'take-action-item',
    decide: (known, _, now) => takeItem(known, { by: request.personId, now }),
  });
}
