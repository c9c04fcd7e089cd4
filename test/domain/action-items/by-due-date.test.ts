import { expect, it } from 'vitest';
import { byDueDate } from '../../../src/domain/action-items/by-due-date.ts';
import { actionItemId } from '../../../src/domain/ids.ts';
import type { CalendarDate } from '../../../src/domain/time.ts';

const shown = (id: string, dueOn?: string) => ({
  item: { id: actionItemId(id), dueOn: dueOn as CalendarDate | undefined },
});

it('puts what is due first before the rest, of one day what was made first, and last what has no date', () => {
  const items = [shown('d'), shown('b', '2024-06-11'), shown('e', '2024-06-10'), shown('c'), shown('a', '2024-06-11')];
  expect(items.toSorted(byDueDate).map(({ item }) => item.id)).toEqual(['e', 'a', 'b', 'c', 'd']);
});
