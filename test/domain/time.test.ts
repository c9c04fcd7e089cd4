import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCalendarDays,
  type CalendarDate,
  calendarDateAt,
  duration,
  type Instant,
  instant,
  instantOfWallClock,
  instantOnDate,
  instantsOfWallClock,
  offsetName,
  timeZone,
  UTC,
} from '../../src/domain/time.ts';

const berlin = timeZone('Europe/Berlin');
const newYork = timeZone('America/New_York');

describe('timeZone', () => {
  it.each([
    ['Africa/Addis_Ababa', 'Africa/Addis_Ababa'],
    ['Nowhere/At_All', 'UTC'],
    ['', 'UTC'],
    [undefined, 'UTC'],
  ])('takes %j as %s', (name, zone) => {
    expect(timeZone(name)).toBe(zone);
  });
});

describe('instantOnDate', () => {
  it.each([
    ['2024-03-30', '09:00', berlin, '2024-03-30T08:00:00.000Z'],
    ['2024-03-31', '09:00', berlin, '2024-03-31T07:00:00.000Z'],
    ['2024-10-27', '09:00', berlin, '2024-10-27T08:00:00.000Z'],
    ['2024-05-10', '09:00', newYork, '2024-05-10T13:00:00.000Z'],
    ['2024-02-29', '00:00', UTC, '2024-02-29T00:00:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, at) => {
    expect(instantOnDate(date as CalendarDate, time, zone)).toBe(at);
  });
});

describe('instantOfWallClock', () => {
  const at = (day: number, month: number, hour: number, minute: number) => ({
    year: 2024,
    month,
    day,
    hour,
    minute,
    second: 0,
  });

  it('reads a time that is skipped when clocks go forward as the same distance after', () => {
    expect(instantOfWallClock(at(31, 3, 2, 30), berlin)).toBe('2024-03-31T01:30:00.000Z');
  });

  it('reads a time that happens twice as the first', () => {
    expect(instantOfWallClock(at(27, 10, 2, 30), berlin)).toBe('2024-10-27T00:30:00.000Z');
  });
});

describe('instantsOfWallClock', () => {
  it.each([
    ['2024-10-27T02:30', ['2024-10-27T00:30:00.000Z', '2024-10-27T01:30:00.000Z']],
    ['2024-10-27T02:00', ['2024-10-27T00:00:00.000Z', '2024-10-27T01:00:00.000Z']],
    ['2024-10-27T01:59', ['2024-10-26T23:59:00.000Z']],
    ['2024-10-27T03:00', ['2024-10-27T02:00:00.000Z']],
    ['2024-03-31T02:30', ['2024-03-31T01:30:00.000Z']],
    ['2024-06-09T02:30', ['2024-06-09T00:30:00.000Z']],
  ])('are those at which the wall shows %s', (shown, instants) => {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = shown.split(/\D/u).map(Number);
    expect(instantsOfWallClock({ year, month, day, hour, minute, second: 0 }, berlin)).toEqual(instants);
  });
});

describe('calendarDateAt', () => {
  it('is the day that people there have', () => {
    const at = '2024-05-07T03:30:00.000Z' as Instant;
    expect(calendarDateAt(at, newYork)).toBe('2024-05-06');
    expect(calendarDateAt(at, berlin)).toBe('2024-05-07');
  });
});

describe('addCalendarDays', () => {
  it('ends with the last day whose text sorts as a day', () => {
    expect(() => addCalendarDays('9999-12-31' as CalendarDate, 1)).toThrow(RangeError);
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
  ])('%s and %i is %s', (date, days, sum) => {
    expect(addCalendarDays(date as CalendarDate, days)).toBe(sum);
  });

  it('goes back as far as it went', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -9_999, max: 9_999 }), (day, days) => {
        const date = calendarDateAt(instant(day * 86_400_000), UTC);
        expect(addCalendarDays(addCalendarDays(date, days), -days)).toBe(date);
      }),
    );
  });
});

describe('offsetName', () => {
  it.each([
    ['UTC', 'UTC'],
    ['Africa/Addis_Ababa', 'UTC+3'],
    ['Asia/Kolkata', 'UTC+5:30'],
    ['America/St_Johns', 'UTC-2:30'],
    ['Europe/London', 'UTC+1'],
  ])('of %s in summer is %s', (zone, name) => {
    expect(offsetName('2024-07-01T12:00:00.000Z' as Instant, timeZone(zone))).toBe(name);
  });
});

describe('duration', () => {
  it.each([
    [0, '0 min'],
    [29_000, '0 min'],
    [31_000, '1 min'],
    [90 * 60_000, '1 h 30 min'],
    [26 * 3_600_000, '1 d 2 h'],
    [3_600_000 - 1, '1 h'],
  ])('of %i ms is %s', (milliseconds, words) => {
    expect(duration(milliseconds)).toBe(words);
  });
});
