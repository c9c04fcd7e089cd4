import type { DueInThePast, DueTooFar } from '../../domain/action-items/due-day.ts';
import { type EditedMeanwhile, type EditOfItem, editItem } from '../../domain/action-items/edit.ts';
import type { Result } from '../../domain/result.ts';
import type { AlreadyHandled, ChangePorts } from '../change.ts';
import { firstDayOf } from '../people/zone-of.ts';
import type { ItemNow } from './action-item-messenger.ts';
import { changeItem, type ItemRequest } from './change-item.ts';
import { checkOwner, type OwnerRefusal } from './check-item.ts';
import type { NoSuchActionItem } from './find-item.ts';

export interface EditActionItem extends ItemRequest {
  readonly edit: EditOfItem;
  /** How many changes its history had where they edited; missing where they saw nothing that others may have changed. */
  readonly seen: number | undefined;
}

export type EditActionItemRefusal =
  | AlreadyHandled
  | NoSuchActionItem
  | OwnerRefusal
  | DueInThePast
  | DueTooFar
  | EditedMeanwhile
  | { readonly kind: 'empty-text' };

/** Says another of what was said about an item, or takes it away. */
export function editActionItem(
  ports: ChangePorts,
  request: EditActionItem,
): Promise<Result<ItemNow, EditActionItemRefusal>> {
  const { edit, seen } = request;
  return changeItem<Exclude<EditActionItemRefusal, AlreadyHandled | NoSuchActionItem>>(ports, request, {
    action: 'edit-action-item',
    decide: async (known, records, now) => {
      const owner = await checkOwner(records, known.incident, edit.owner);
      return owner.ok ? editItem(known, { edit, seen, today: await firstDayOf(records, request, now) }) : owner;
    },
  });
}
