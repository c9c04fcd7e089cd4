import { describe, expect, it } from 'vitest';
import { dateAndTime, inOneLine, timeOfDay } from '../../src/domain/tell-time.ts';
import { timeZone } from '../../src/domain/time.ts';
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
});
