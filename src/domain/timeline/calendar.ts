import { addCalendarDays, type CalendarDate, instant } from '../time.ts';

/** Undefined where no calendar has that day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? (instant(at).slice(0, 10) as CalendarDate) : undefined;
}

/** 1 is Monday, 7 Sunday. */
export function isoWeekday(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** A day that comes every year, or nearly. */
export type InYear = (year: number) => CalendarDate | undefined;

/** The 29th of February may be eight years away. */
const YEARS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

export function nextSuch(today: CalendarDate, inYear: InYear): CalendarDate | undefined {
  const dates = YEARS.map((years) => inYear(yearOf(today) + years));
  return dates.find((date) => date !== undefined && date >= today);
}

/** “May 30” said in early May is a slip for some day of this year, not of the year before: let it be refused as to come. */
export function nearestSuch(today: CalendarDate, inYear: InYear): CalendarDate | undefined {
  const halfAYearAhead = addCalendarDays(today, 182);
  const dates = YEARS.map((years) => inYear(yearOf(today) + 1 - years));
  return dates.find((date) => date !== undefined && date <= halfAYearAhead);
}
