import type { ActionItem } from './action-item.ts';
import { changedFields } from './action-item-change.ts';

/** Whether a message that tells of an item as it was before is to be drawn anew. */
export function isShownOtherwise(told: ActionItem, item: ActionItem): boolean {
  return (
    item.acceptedAt !== told.acceptedAt ||
    item.ticket?.key !== told.ticket?.key ||
    item.ticket?.isGone !== told.ticket?.isGone ||
    changedFields(told, item).length > 0
  );
}
