import { createRequire } from 'node:module';
import type { default as Holidays } from 'date-holidays';
import { addCalendarDays, type CalendarDate, DAY } from '../domain/time.ts';
import { yearOf } from '../domain/timeline/calendar.ts';

/** Loaded when a policy names a country, and not before: it is large, and most of the time goes into reading it. */
function load(): typeof Holidays {
  return createRequire(import.meta.url)('date-holidays');
}

/** The parts that a country is divided into, `BE` for Berlin; undefined where there is no such country. */
export function partsOfCountry(country: string): readonly string[] | undefined {
  const all = new (load())();
  return Object.hasOwn(all.getCountries(), country) ? Object.keys(all.getStates(country) ?? {}) : undefined;
}

/** Whether a day is a public holiday in `DE`, or with its part in `DE-BE`. Each year is worked out once. */
export function publicHolidays(place: string): (day: CalendarDate) => boolean {
  const [country = '', part = ''] = place.split('-');
  // In UTC its instants are the days of a calendar, wherever the country is.
  const holidays = new (load())(country, part, { types: ['public'], timezone: 'UTC' });
  const years = new Map<number, ReadonlySet<CalendarDate>>();
  return (day) => {
    const year = yearOf(day);
    const known = years.get(year) ?? new Set([...daysOf(holidays, year - 1), ...daysOf(holidays, year)]);
    years.set(year, known);
    return known.has(day);
  };
}

/** All that begin in that year; of what takes a part of a day only, people work the rest of it. */
function daysOf(holidays: Holidays, year: number): readonly CalendarDate[] {
  return holidays.getHolidays(year).flatMap(({ date, start, end }) => {
    const first = date.slice(0, 'yyyy-MM-dd'.length) as CalendarDate;
    const days = Math.floor((end.getTime() - start.getTime()) / DAY);
    return Array.from({ length: days }, (_, index) => addCalendarDays(first, index));
  });
}
