import { expect, it } from 'vitest';
import { checkDueDay } from '../../../src/domain/action-items/due-day.ts';
import type { CalendarDate } from '../../../src/domain/time.ts';

it.each([
  ['2024-06-09', 'due-in-the-past'],
  ['2024-06-10', true],
  ['2034-06-10', true],
  ['2034-06-11', 'due-too-far'],
  ['9999-12-31', 'due-too-far'],
])('an item made on 2024-06-10 and due %s: %s', (dueOn, expected) => {
  const checked = checkDueDay(dueOn as CalendarDate, '2024-06-10' as CalendarDate);

  expect(checked.ok || checked.refusal.kind).toBe(expected);
});
