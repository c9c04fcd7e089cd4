import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCalendarDays, type CalendarDate } from '../../src/domain/time.ts';
import { isoWeekday } from '../../src/domain/timeline/calendar.ts';
import { addWorkingDays, isWorkingDay, nearestWorkingDay } from '../../src/domain/working-calendar.ts';

const date = (text: string) => text as CalendarDate;
// Ascension Day; 7 May 2024 is a Tuesday.
const week = { workingDays: [1, 2, 3, 4, 5], isHoliday: (day: CalendarDate) => day === '2024-05-09' };

describe('addWorkingDays', () => {
  it.each([
    ['2024-05-13', 5, '2024-05-20'],
    ['2024-05-07', 5, '2024-05-15'],
    ['2024-05-10', 1, '2024-05-13'],
    ['2024-05-11', 1, '2024-05-13'],
    ['2024-05-12', 5, '2024-05-17'],
    ['2024-05-13', -1, '2024-05-10'],
    ['2024-05-10', -1, '2024-05-08'],
    ['2024-05-14', -1, '2024-05-13'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2024-05-07', 0, '2024-05-07'],
  ])('counts from %s %i to %s', (from, days, expected) => {
    expect(addWorkingDays(date(from), days, week)).toBe(expected);
  });

  it('ends on a working day, with so many of them on the way', () => {
    const weeks = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    const whole = (min: number, max: number) => fc.integer({ min, max });
    fc.assert(
      fc.property(
        weeks,
        fc.uniqueArray(whole(0, 60)),
        whole(1, 60),
        whole(0, 400),
        (workingDays, free, days, offset) => {
          const from = addCalendarDays(date('2024-01-01'), offset);
          const holidays = new Set(free.map((after) => addCalendarDays(from, after)));
          const end = addWorkingDays(from, days, { workingDays, isHoliday: (day) => holidays.has(day) });
          let counted = 0;
          for (let day = addCalendarDays(from, 1); day <= end; day = addCalendarDays(day, 1)) {
            counted += workingDays.includes(isoWeekday(day)) && !holidays.has(day) ? 1 : 0;
          }
          expect(workingDays).toContain(isoWeekday(end));
          expect(holidays).not.toContain(end);
          expect(counted).toBe(days);
        },
      ),
    );
  });
});

describe('nearestWorkingDay', () => {
  it.each([
    ['2024-05-07', 1, '2024-05-07'],
    ['2024-05-09', 1, '2024-05-10'],
    ['2024-05-09', -1, '2024-05-08'],
    ['2024-05-11', 1, '2024-05-13'],
    ['2024-05-12', -1, '2024-05-10'],
  ] as const)('of %s in direction %i is %s', (day, step, expected) => {
    expect(nearestWorkingDay(date(day), step, week)).toBe(expected);
    expect(isWorkingDay(date(expected), week)).toBe(true);
  });
});
