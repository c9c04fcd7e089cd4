import { describe, expect, it } from 'vitest';
import { calledDayAndTime, dateAndTime, inOneLine, timeOfDay } from '../../src/domain/tell-time.ts';
import { type Instant, timeZone } from '../../src/domain/time.ts';
import { at } from '../support/record-builder.ts';

describe('telling times', () => {
  it.each([
    ['Africa/Addis_Ababa', '15:20', '18:20 UTC+3 (15:20 UTC)', '2024-06-09 18:20 UTC+3 (15:20 UTC)'],
    [
      'Africa/Addis_Ababa',
      '22:10',
      '01:10 UTC+3 (2024-06-09 22:10 UTC)',
      '2024-06-10 01:10 UTC+3 (2024-06-09 22:10 UTC)',
    ],
    [
      'America/New_York',
      '02:00',
      '22:00 UTC-4 (2024-06-09 02:00 UTC)',
      '2024-06-08 22:00 UTC-4 (2024-06-09 02:00 UTC)',
    ],
    ['Asia/Kolkata', '12:00', '17:30 UTC+5:30 (12:00 UTC)', '2024-06-09 17:30 UTC+5:30 (12:00 UTC)'],
    ['UTC', '15:20', '15:20 UTC', '2024-06-09 15:20 UTC'],
    ['Africa/Abidjan', '15:20', '15:20 UTC', '2024-06-09 15:20 UTC'],
  ])('in %s tells %s UTC as %s', (zone, time, alone, withDate) => {
    expect(inOneLine(timeOfDay(at(time), timeZone(zone)))).toBe(alone);
    expect(inOneLine(dateAndTime(at(time), timeZone(zone)))).toBe(withDate);
  });

  it.each([
    ['UTC', '2024-06-09T18:20:00.000Z', 'today 18:20 UTC'],
    ['UTC', '2024-06-08T18:20:00.000Z', 'yesterday 18:20 UTC'],
    ['UTC', '2024-05-07T14:00:00.000Z', '7 May 14:00 UTC'],
    ['UTC', '2023-12-30T14:00:00.000Z', '30 December 2023 14:00 UTC'],
    ['Africa/Addis_Ababa', '2024-06-07T22:10:00.000Z', 'yesterday 01:10 UTC+3 (2024-06-07 22:10 UTC)'],
  ])('in %s calls %s %s', (zone, said, called) => {
    const speaker = { now: '2024-06-09T20:30:00.000Z' as Instant, zone: timeZone(zone) };
    expect(inOneLine(calledDayAndTime(said as Instant, speaker))).toBe(called);
  });
});
