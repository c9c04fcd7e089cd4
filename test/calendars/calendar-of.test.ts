import { describe, expect, it } from 'vitest';
import { calendarsOf } from '../../src/calendars/calendar-of.ts';
import { partsOfCountry } from '../../src/calendars/public-holidays.ts';
import type { CalendarPolicy } from '../../src/domain/policy.ts';
import { addCalendarDays, type CalendarDate, timeZone } from '../../src/domain/time.ts';
import { isWorkingDay } from '../../src/domain/working-calendar.ts';

const date = (text: string) => text as CalendarDate;
const workWeek = [1, 2, 3, 4, 5];

function aCalendar(overrides: Partial<CalendarPolicy>): CalendarPolicy {
  return { zones: [], workingDays: workWeek, country: undefined, holidays: [], ...overrides };
}

/** The days of a year that are free in a country, whatever the day of the week. */
function holidaysOf(country: string, year: number): readonly string[] {
  const { isHoliday } = calendarsOf([aCalendar({ country })])(timeZone('UTC'));
  const days = Array.from({ length: 366 }, (_, index) => addCalendarDays(date(`${year}-01-01`), index));
  return days.filter((day) => day.startsWith(`${year}`) && isHoliday(day));
}

describe('calendarsOf', () => {
  const berlin = aCalendar({ zones: [timeZone('Europe/Berlin')], holidays: [date('2026-12-24')] });
  const israel = aCalendar({ zones: [timeZone('Asia/Jerusalem')], workingDays: [1, 2, 3, 4, 7] });
  const others = aCalendar({ holidays: [date('2026-12-31')] });
  const calendarOf = calendarsOf([berlin, israel, others]);

  it.each([
    ['Europe/Berlin', '2026-12-24', false],
    ['Europe/Berlin', '2026-12-31', true],
    ['America/New_York', '2026-12-24', true],
    ['America/New_York', '2026-12-31', false],
    // A Friday and a Sunday.
    ['Asia/Jerusalem', '2026-12-18', false],
    ['Asia/Jerusalem', '2026-12-20', true],
    ['Europe/Berlin', '2026-12-20', false],
  ])('in %s people work on %s: %s', (zone, day, expected) => {
    expect(isWorkingDay(date(day), calendarOf(timeZone(zone)))).toBe(expected);
  });

  it('knows a zone by its other name', () => {
    const kolkata = aCalendar({ zones: [timeZone('Asia/Kolkata')], holidays: [date('2026-10-02')] });

    expect(calendarsOf([kolkata])(timeZone('Asia/Calcutta')).isHoliday(date('2026-10-02'))).toBe(true);
  });

  it('takes Monday to Friday where nothing is said', () => {
    expect(calendarsOf([])(timeZone('UTC')).workingDays).toEqual(workWeek);
  });
});

describe('public holidays', () => {
  it('are those of the country and of its part', () => {
    const germany = holidaysOf('DE', 2026);

    expect(germany).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect(holidaysOf('DE-BE', 2026)).toEqual([...germany, '2026-03-08'].toSorted());
  });

  it('count a holiday of several days whole, and the day on which one is made up for', () => {
    expect(holidaysOf('SA', 2026)).toEqual(expect.arrayContaining(['2026-03-19', '2026-03-20', '2026-03-21']));
    // The 4th is a Saturday.
    expect(holidaysOf('US', 2026)).toContain('2026-07-03');
  });

  it('do not count where they are over at noon', () => {
    expect(holidaysOf('CN', 2026)).not.toContain('2026-03-08');
  });

  it('know which parts a country has', () => {
    expect(partsOfCountry('DE')).toContain('BE');
    expect(partsOfCountry('XX')).toBeUndefined();
    expect(partsOfCountry('constructor')).toBeUndefined();
  });
});
