import type { ActionItem } from '../../domain/action-items/action-item.ts';

/** `🗒️ 3 action items: 2 open, 1 without an owner`, or nothing where there is none. */
export function itemsLine(items: readonly Pick<ActionItem, 'status' | 'owner'>[]): string | undefined {
  const open = items.filter(({ status }) => status === 'open');
  const unowned = open.filter(({ owner }) => owner === undefined);
  const all = items.length === 1 ? '1 action item' : `${items.length} action items`;
  const without = unowned.length === 0 ? '' : `, ${unowned.length} without an owner`;
  return items.length === 0 ? undefined : `🗒️ ${all}: ${open.length === 0 ? 'none' : open.length} open${without}`;
}
