import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/domain/time.ts';
import { parseDay } from '../../../src/domain/timeline/parse-day.ts';

const sunday = '2024-06-09' as CalendarDate;
const tuesday = '2024-06-11' as CalendarDate;

describe('parseDay', () => {
  it.each([
    ['2024-06-14', sunday, '2024-06-14'],
    ['2024-05-01', sunday, '2024-05-01'],
    ['today', sunday, '2024-06-09'],
    ['Tomorrow', sunday, '2024-06-10'],
    ['friday', sunday, '2024-06-14'],
    ['sunday', sunday, '2024-06-16'],
    ['this thurs', sunday, '2024-06-13'],
    ['next friday', sunday, '2024-06-14'],
    ['next friday', tuesday, '2024-06-21'],
    ['next monday', tuesday, '2024-06-17'],
    ['in 3 days', sunday, '2024-06-12'],
    ['in two weeks', sunday, '2024-06-23'],
    ['in a week', sunday, '2024-06-16'],
    ['next week', sunday, '2024-06-16'],
    ['end of month', sunday, '2024-06-30'],
    ['the end of the month', '2024-12-01' as CalendarDate, '2024-12-31'],
    ['June 9', sunday, '2024-06-09'],
    ['June 21', sunday, '2024-06-21'],
    ['21 May', sunday, '2025-05-21'],
    ['21st of June', sunday, '2024-06-21'],
    ['January 5', sunday, '2025-01-05'],
    ['Jan 5th, 2026', sunday, '2026-01-05'],
    ['Feb 29', sunday, '2028-02-29'],
    ['May 21, 2023', sunday, '2023-05-21'],
    ['21/6/2024', sunday, '2024-06-21'],
    ['21.6.2024', sunday, '2024-06-21'],
    ['7.5.2024', sunday, '2024-05-07'],
    ['21/6', sunday, '2024-06-21'],
    ['12/31', sunday, '2024-12-31'],
    ['8/13', '2024-09-01' as CalendarDate, '2025-08-13'],
    ['Fri 14 Jun 2024', sunday, '2024-06-14'],
    ['Friday, June 14', sunday, '2024-06-14'],
    ['Fri. 14.6.2024', sunday, '2024-06-14'],
    ['friday the 14th', sunday, '2024-06-14'],
    ['the 15th', sunday, '2024-06-15'],
    ['9th', sunday, '2024-06-09'],
    ['8th', sunday, '2024-07-08'],
    ['the 31st', sunday, '2024-07-31'],
    ['the 30th', '2024-01-31' as CalendarDate, '2024-03-30'],
    ['the 21st of June', sunday, '2024-06-21'],
    ['tonight', sunday, '2024-06-09'],
    ['EOD', sunday, '2024-06-09'],
    ['tmrw', sunday, '2024-06-10'],
    ['the day after tomorrow', sunday, '2024-06-11'],
    ['friday next week', tuesday, '2024-06-21'],
    ['next week friday', tuesday, '2024-06-21'],
    ['this week', tuesday, '2024-06-14'],
    ['within 2 weeks', sunday, '2024-06-23'],
    ['two weeks from now', sunday, '2024-06-23'],
    ['in 1 month', sunday, '2024-07-09'],
    ['in a month', '2024-01-31' as CalendarDate, '2024-02-29'],
    ['next month', '2024-12-31' as CalendarDate, '2025-01-31'],
    ['this month', sunday, '2024-06-30'],
    ['eom', sunday, '2024-06-30'],
    ['end of next month', '2024-12-05' as CalendarDate, '2025-01-31'],
    ['the end of June', sunday, '2024-06-30'],
    ['end of may', sunday, '2025-05-31'],
    ['end of quarter', sunday, '2024-06-30'],
    ['EOQ', '2024-10-01' as CalendarDate, '2024-12-31'],
    ['end of the year', sunday, '2024-12-31'],
  ])('reads %j, said on %s, as %s', (text, today, date) => {
    expect(parseDay(text, { today, locale: undefined })).toBe(date);
  });

  it('reads a date in numbers after the locale', () => {
    expect(parseDay('7/5/2024', { today: sunday, locale: 'en-US' })).toBe('2024-07-05');
    expect(parseDay('7/5/2024', { today: sunday, locale: 'en-GB' })).toBe('2024-05-07');
  });

  it.each([
    'restarting the pods',
    '14 restarts',
    '5 minutes',
    'in 5 minutes',
    'now',
    '14:10',
    '6pm',
    'friday 14:00',
    'friday’s deploy',
    'fridays',
    'May',
    '5/7',
    '1/3',
    '7.5.',
    '31/6',
    'Fri 15 Jun 2024',
    'mid June',
    '5/7/2024',
    '7/5/24',
    '2024-02-30',
    'June 31',
    '2024-06-14-backup',
    '3 days',
    '',
  ])('finds no day in %j', (text) => {
    expect(parseDay(text, { today: sunday, locale: undefined })).toBeUndefined();
  });
});
