import type { ActionItem } from './action-item.ts';
import { lacksDoneWhen } from './suggest-done-when.ts';

/** Open, and nobody's or due on no day: nobody would ever be reminded of it. */
export function lacksOwnerOrDate({ status, owner, dueOn }: Pick<ActionItem, 'status' | 'owner' | 'dueOn'>): boolean {
  return status === 'open' && (owner === undefined || dueOn === undefined);
}

/** What whoever closes an incident is asked to mend: those of which nobody is reminded first. */
export function incompleteOf(items: readonly ActionItem[]): readonly ActionItem[] {
  const unplanned = items.filter(lacksOwnerOrDate);
  const endless = items.filter((item) => item.status === 'open' && lacksDoneWhen(item) && !lacksOwnerOrDate(item));
  return [...unplanned, ...endless];
}
