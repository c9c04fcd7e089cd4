import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDueDate } from '../../../src/domain/action-items/move-due-date.ts';
import { addCalendarDays, type CalendarDate } from '../../../src/domain/time.ts';
import { isWorkingDay } from '../../../src/domain/working-calendar.ts';

const day = (date: string) => date as CalendarDate;
const calendar = { workingDays: [1, 2, 3, 4, 5], isHoliday: (date: string) => date === '2024-05-20' };
/** A Wednesday. */
const today = day('2024-05-15');

describe('newDueDate', () => {
  it.each<[string, string | undefined, number, string]>([
    ['over a weekend and a holiday', '2024-05-17', 1, '2024-05-21'],
    ['a week of working days', '2024-05-22', 5, '2024-05-29'],
    ['earlier', '2024-05-21', -1, '2024-05-17'],
    ['of one that is due today', '2024-05-15', 2, '2024-05-17'],
    ['of one that is late, from today on', '2024-05-01', 2, '2024-05-17'],
    // Over by then, so that changing its date refuses it.
    ['earlier, of one that is late', '2024-05-01', -1, '2024-05-14'],
  ])('moves by working days: %s', (_, dueOn, workingDays, expected) => {
    const item = { dueOn: dueOn === undefined ? undefined : day(dueOn) };

    expect(newDueDate(item, { kind: 'move', workingDays }, { today, calendar })).toEqual({ ok: true, value: expected });
  });

  it('takes the day that is named, whatever it is', () => {
    const named = { kind: 'day', day: day('2024-05-18') } as const;

    expect(newDueDate({ dueOn: undefined }, named, { today, calendar })).toEqual({ ok: true, value: named.day });
  });

  it('moves nothing that has no date', () => {
    const moved = newDueDate({ dueOn: undefined }, { kind: 'move', workingDays: 1 }, { today, calendar });

    expect(moved).toEqual({ ok: false, refusal: { kind: 'no-due-date' } });
  });

  it('ends on a day on which people work, and later than today where it moves on', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 1, max: 300 }), (offset, workingDays) => {
        const moved = newDueDate(
          { dueOn: addCalendarDays(today, offset) },
          { kind: 'move', workingDays },
          { today, calendar },
        );

        expect(moved.ok && moved.value > today && isWorkingDay(moved.value, calendar)).toBe(true);
      }),
    );
  });
});
