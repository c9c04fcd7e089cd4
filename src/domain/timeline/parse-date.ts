import type { CalendarDate } from '../time.ts';
import { calendarDate, nearestSuch, nextSuch } from './calendar.ts';
import { type Day, type DayForm, dayOf } from './days.ts';
import { DOTTED_DATE_AHEAD, NUMERIC_DATES, NUMERIC_DATES_WITH_YEAR, SLASHED_DATE_AHEAD } from './parse-numeric-date.ts';

/** Whether a date without a year is rather over or still to come. */
export type Lean = 'back' | 'ahead';

/** A word or a number ends here, and is not part of a longer one: `may` in “maybe”, `friday` in “friday’s”. */
const END = String.raw`(?![\p{L}\p{N}_'’]|-\p{L})`;

export const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const DAY_OF_MONTH = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?:,?\s+(\d{4})(?![\p{L}\p{N}:]))?`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export const WEEKDAY =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export function dayPattern(form: string): RegExp {
  return new RegExp(`^${form}${END}`, 'iu');
}

/** `2024-05-07`, `May 7`, `7th of May, 2024`, and in numbers. What is due may be “by 31/12”, but “by 1/3” is a third. */
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
    ...(lean === 'back' ? NUMERIC_DATES : [...NUMERIC_DATES_WITH_YEAR, DOTTED_DATE_AHEAD, SLASHED_DATE_AHEAD]),
  ];
}

/** 1 is Monday, 7 Sunday. */
export function weekdayNamed(word = ''): number {
  return WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** 1 is January. */
export function monthNamed(word = ''): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function always(date: CalendarDate | undefined): Day {
  return dayOf(() => date);
}

function dayOfMonth(said: {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly lean: Lean;
}): Day {
  const month = monthNamed(said.month);
  const inYear = (year: number) => calendarDate(year, month, Number(said.day));
  return said.year === undefined
    ? dayOf((today) => (said.lean === 'ahead' ? nextSuch(today, inYear) : nearestSuch(today, inYear)))
    : always(inYear(Number(said.year)));
}
