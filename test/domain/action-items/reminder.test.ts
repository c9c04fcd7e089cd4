import { describe, expect, it } from 'vitest';
import { reminderAt } from '../../../src/domain/action-items/reminder.ts';
import type { CalendarDate, Instant, TimeZone } from '../../../src/domain/time.ts';

const due = '2024-05-14' as CalendarDate;
const at = (text: string) => text as Instant;

describe('reminderAt', () => {
  it.each([
    ['UTC', '2024-05-15T09:00:00.000Z'],
    ['Africa/Addis_Ababa', '2024-05-15T06:00:00.000Z'],
    ['America/Los_Angeles', '2024-05-15T16:00:00.000Z'],
    ['Pacific/Auckland', '2024-05-14T21:00:00.000Z'],
  ])('is nine o’clock where the owner is, on the day after: %s', (zone, expected) => {
    const reader = { timeOfDay: '09:00', zone: zone as TimeZone };

    expect(reminderAt(due, reader, at('2024-05-07T00:00:00.000Z'))).toBe(expected);
  });

  it.each([
    ['2024-05-20T03:00:00.000Z', '2024-05-20T09:00:00.000Z'],
    ['2024-05-20T09:00:00.000Z', '2024-05-20T09:00:00.000Z'],
    ['2024-05-20T09:00:01.000Z', '2024-05-21T09:00:00.000Z'],
  ])('waits for the next morning where the date is long over: at %s', (now, expected) => {
    expect(reminderAt(due, { timeOfDay: '09:00', zone: 'UTC' as TimeZone }, at(now))).toBe(expected);
  });

  it.each([
    ['2024-03-30', '2024-03-31T07:00:00.000Z'],
    ['2024-10-26', '2024-10-27T08:00:00.000Z'],
  ])('keeps nine o’clock when the clocks change: due %s', (date, expected) => {
    const reader = { timeOfDay: '09:00', zone: 'Europe/Berlin' as TimeZone };

    expect(reminderAt(date as CalendarDate, reader, at('2024-03-01T00:00:00.000Z'))).toBe(expected);
  });
});
