import type { ActionItemId, PersonId } from '../ids.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { ActionItem } from './action-item.ts';
import { type ActionItemChange, lastChangeOf } from './action-item-change.ts';

/** The emoji by which people say that an item is done. */
export const DONE_REACTION = 'white_check_mark';

/** An item with all that was changed about it, oldest first. */
export interface KnownItem {
  readonly item: ActionItem;
  readonly history: readonly ActionItemChange[];
}

/** How an item came to an end. */
export interface Ending {
  readonly status: 'done' | 'wont-do';
  /** Missing where nobody knows, or no person did it. */
  readonly by: PersonId | undefined;
  readonly at: Instant | undefined;
  readonly reason: string | undefined;
  readonly through: ActionItemChange['through'];
}

export interface ItemEnded {
  readonly kind: 'item-ended';
  readonly id: ActionItemId;
  readonly title: string;
  readonly ending: Ending;
}

export interface ItemOpen {
  readonly kind: 'item-open';
  readonly title: string;
  /** What opened it again, if anything did. */
  readonly last: ActionItemChange | undefined;
}

export interface Unexplained {
  readonly kind: 'unexplained';
}

/** Undefined while it is open. */
export function endingOf({ item, history }: KnownItem): Ending | undefined {
  if (item.status === 'open') {
    return undefined;
  }
  const last = lastChangeOf(history, 'status');
  return {
    status: item.status,
    by: last?.by,
    at: last?.at ?? item.endedAt,
    reason: last?.reason,
    through: last?.through,
  };
}

export function requireOpenItem(known: KnownItem): Result<ActionItem, ItemEnded> {
  const { id, title } = known.item;
  const ending = endingOf(known);
  return ending === undefined ? accept(known.item) : refuse({ kind: 'item-ended', id, title, ending });
}

export function complete(known: KnownItem, now: Instant): Result<ActionItem, ItemEnded> {
  const open = requireOpenItem(known);
  return open.ok ? accept({ ...open.value, status: 'done', endedAt: now }) : open;
}

export function giveUp(
  known: KnownItem,
  { reason, now }: { readonly reason: string; readonly now: Instant },
): Result<ActionItem, ItemEnded | Unexplained> {
  const open = requireOpenItem(known);
  if (!open.ok) {
    return open;
  }
  return reason === '' ? refuse({ kind: 'unexplained' }) : accept({ ...open.value, status: 'wont-do', endedAt: now });
}

/** With the owner and the due date that it had. */
export function reopenItem({ item, history }: KnownItem): Result<ActionItem, ItemOpen> {
  return item.status === 'open'
    ? refuse({ kind: 'item-open', title: item.title, last: lastChangeOf(history, 'status') })
    : accept({ ...item, status: 'open', endedAt: undefined });
}
