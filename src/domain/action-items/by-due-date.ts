import type { ActionItem } from './action-item.ts';

interface Dated {
  readonly item: Pick<ActionItem, 'id' | 'dueOn'>;
}

/** What has no due date comes last; of those that are due on one day, the one that was made first comes first. */
export function byDueDate({ item: one }: Dated, { item: other }: Dated): number {
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

function keyOf({ dueOn, id }: Dated['item']): string {
  return `${dueOn ?? '9999'} ${id}`;
}
