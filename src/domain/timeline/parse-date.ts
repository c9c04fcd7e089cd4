import { addCalendarDays, type CalendarDate, instant } from '../time.ts';

/** A day as somebody said it; undefined where no calendar has it, as the 30th of February. */
export type Day = (today: CalendarDate) => CalendarDate | undefined;

export interface DayForm {
  readonly pattern: RegExp;
  readonly day: (parts: readonly string[]) => Day;
}

/** Whether a date without a year is rather over or still to come. */
export type Lean = 'back' | 'ahead';

/** A word or a number ends here, and is not part of a longer one: `may` in “maybe”, `friday` in “friday’s”. */
const END = String.raw`(?![\p{L}\p{N}_'’]|-\p{L})`;

const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const DAY_OF_MONTH = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?:,?\s+(\d{4})(?![\p{L}\p{N}:]))?`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export const WEEKDAY =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

export function dayPattern(form: string): RegExp {
  return new RegExp(`^${form}${END}`, 'iu');
}

/** `2024-05-07`, `May 7`, `7th of May, 2024`. Not `5/7`: half of the world reads it as the 5th of July. */
export function dateForms(lean: Lean): readonly DayForm[] {
  return [
    {
      // A `T` and the time of day may follow.
      pattern: /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?![\p{N}_'’]|[-/.]\p{N})/u,
      day: ([year, , month, day]) => always(calendarDate(Number(year), Number(month), Number(day))),
    },
    {
      pattern: dayPattern(String.raw`${MONTH}\s+${DAY_OF_MONTH}${YEAR}`),
      day: ([month, day, year]) => dayOfMonth({ year, month, day, lean }),
    },
    {
      pattern: dayPattern(String.raw`${DAY_OF_MONTH}\s+(?:of\s+)?${MONTH}${YEAR}`),
      day: ([day, month, year]) => dayOfMonth({ year, month, day, lean }),
    },
  ];
}

/** From 0, Sunday, to 6. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

export function weekdayNamed(word = ''): number {
  return WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase());
}

/** The first of the forms that the text begins with, and what follows it. */
export function eatDay(
  text: string,
  forms: readonly DayForm[],
): { readonly day: Day; readonly rest: string } | undefined {
  for (const { pattern, day } of forms) {
    const [all, ...parts] = pattern.exec(text) ?? [];
    if (all !== undefined) {
      return { day: day(parts), rest: text.slice(all.length) };
    }
  }
  return undefined;
}

export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? (instant(at).slice(0, 10) as CalendarDate) : undefined;
}

function always(date: CalendarDate | undefined): Day {
  return () => date;
}

function dayOfMonth(said: {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly lean: Lean;
}): Day {
  const month = MONTHS.indexOf((said.month ?? '').slice(0, 3).toLowerCase()) + 1;
  const inYear = (year: number) => calendarDate(year, month, Number(said.day));
  return said.year === undefined
    ? (today) => (said.lean === 'ahead' ? nextSuch(today, inYear) : nearestSuch(today, inYear))
    : always(inYear(Number(said.year)));
}

/** The 29th of February may be eight years away. */
const YEARS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
type InYear = (year: number) => CalendarDate | undefined;

function nextSuch(today: CalendarDate, inYear: InYear): CalendarDate | undefined {
  const dates = YEARS.map((years) => inYear(yearOf(today) + years));
  return dates.find((date) => date !== undefined && date >= today);
}

/** “May 30” said in early May is a slip for some day of this year, not of the year before: let it be refused as to come. */
function nearestSuch(today: CalendarDate, inYear: InYear): CalendarDate | undefined {
  const halfAYearAhead = addCalendarDays(today, 182);
  const dates = YEARS.map((years) => inYear(yearOf(today) + 1 - years));
  return dates.find((date) => date !== undefined && date <= halfAYearAhead);
}

function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}
