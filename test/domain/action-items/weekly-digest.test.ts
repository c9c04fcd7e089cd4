import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextWeeklyInstant, weeklyInstant, weekOf } from '../../../src/domain/action-items/weekly-digest.ts';
import {
  addCalendarDays,
  type CalendarDate,
  calendarDateAt,
  type Instant,
  timeZone,
} from '../../../src/domain/time.ts';
import { isoWeekday } from '../../../src/domain/timeline/calendar.ts';
import { isWorkingDay } from '../../../src/domain/working-calendar.ts';

const date = (text: string) => text as CalendarDate;
const berlin = {
  calendar: { workingDays: [1, 2, 3, 4, 5], isHoliday: (day: CalendarDate) => day === '2024-04-01' },
  timeOfDay: '09:00',
  zone: timeZone('Europe/Berlin'),
};

describe('the time of the weekly digest', () => {
  it.each([
    ['2024-05-13', '2024-05-13'],
    ['2024-05-19', '2024-05-13'],
    ['2024-05-20', '2024-05-20'],
  ])('counts %s to the week of %s', (day, monday) => {
    expect(weekOf(date(day))).toBe(monday);
  });

  it('is on the first working day, wherever the clocks are put', () => {
    expect(weeklyInstant(date('2024-03-25'), berlin)).toBe('2024-03-25T08:00:00.000Z');
    // Easter Monday, in the week in which summer time began.
    expect(weeklyInstant(date('2024-04-01'), berlin)).toBe('2024-04-02T07:00:00.000Z');
    expect(
      weeklyInstant(date('2024-04-01'), { ...berlin, calendar: { ...berlin.calendar, isHoliday: () => true } }),
    ).toBeUndefined();
  });

  it.each([
    ['2024-03-25T07:59:59.999Z', '2024-03-25T08:00:00.000Z'],
    ['2024-03-25T08:00:00.000Z', '2024-04-02T07:00:00.000Z'],
    ['2024-03-31T22:30:00.000Z', '2024-04-02T07:00:00.000Z'],
  ])('after %s is next %s', (after, next) => {
    expect(nextWeeklyInstant(calendarDateAt(after as Instant, berlin.zone), after as Instant, berlin)).toBe(next);
  });

  it('comes once in each week in which anybody works', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 700 }), (workingDays, offset) => {
        const time = { ...berlin, calendar: { ...berlin.calendar, workingDays } };
        const monday = weekOf(addCalendarDays(date('2024-01-01'), offset));
        const due = weeklyInstant(monday, time);
        const day = due && calendarDateAt(due, time.zone);
        expect(day && isWorkingDay(day, time.calendar)).not.toBe(false);
        expect(day && weekOf(day)).toBe(day && monday);
        expect(day && isoWeekday(day)).toBe(
          day &&
            [1, 2, 3, 4, 5, 6, 7].find((weekday) => isWorkingDay(addCalendarDays(monday, weekday - 1), time.calendar)),
        );
      }),
    );
  });
});
