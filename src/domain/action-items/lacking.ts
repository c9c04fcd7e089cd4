import type { ActionItem } from './action-item.ts';

/** Open, and nobody's or due on no day: nobody would ever be reminded of it. */
export function lacksOwnerOrDate({ status, owner, dueOn }: Pick<ActionItem, 'status' | 'owner' | 'dueOn'>): boolean {
  return status === 'open' && (owner === undefined || dueOn === undefined);
}
