import { addCalendarDays, type CalendarDate } from '../time.ts';
import {
  calendarDate,
  type DayForm,
  dateForms,
  dayPattern,
  eatDay,
  WEEKDAY,
  weekdayNamed,
  weekdayOf,
} from './parse-date.ts';
import { NUMBER_WORD, numberOf } from './parse-number.ts';

const TODAY: DayForm = { pattern: dayPattern('today'), day: () => (today) => today };

/** A day on which something happened: `yesterday`, `friday`, `2024-05-07`, `May 7`. */
export const PAST_DAYS: readonly DayForm[] = [
  TODAY,
  { pattern: dayPattern('yesterday'), day: () => (today) => addCalendarDays(today, -1) },
  {
    pattern: dayPattern(String.raw`(last\s+)?${WEEKDAY}`),
    day:
      ([last, word]) =>
      (today) => {
        const ago = (7 + weekdayOf(today) - weekdayNamed(word)) % 7;
        return addCalendarDays(today, ago === 0 && last !== undefined ? -7 : -ago);
      },
  },
  ...dateForms('back'),
];

/** A day by which something is due: `tomorrow`, `friday`, `in 3 days`, `2024-05-14`, `May 21`. */
const DUE_DAYS: readonly DayForm[] = [
  TODAY,
  { pattern: dayPattern('tomorrow'), day: () => (today) => addCalendarDays(today, 1) },
  {
    pattern: dayPattern(String.raw`(?:this\s+)?${WEEKDAY}`),
    day:
      ([word]) =>
      (today) =>
        addCalendarDays(today, (7 + weekdayNamed(word) - weekdayOf(today)) % 7 || 7),
  },
  {
    pattern: dayPattern(String.raw`next\s+${WEEKDAY}`),
    day:
      ([word]) =>
      (today) =>
        addCalendarDays(today, 7 - sinceMonday(weekdayOf(today)) + sinceMonday(weekdayNamed(word))),
  },
  {
    pattern: dayPattern(String.raw`in\s+(\d{1,3}|${NUMBER_WORD})\s+(day|week)s?`),
    day:
      ([amount, unit]) =>
      (today) => {
        const days = unit?.toLowerCase() === 'week' ? 7 : 1;
        return addCalendarDays(today, numberOf(amount) * days);
      },
  },
  { pattern: dayPattern(String.raw`next\s+week`), day: () => (today) => addCalendarDays(today, 7) },
  { pattern: dayPattern(String.raw`(?:the\s+)?end\s+of\s+(?:the\s+)?month`), day: () => lastOfMonth },
  ...dateForms('ahead'),
];

/**
 * Reads the whole text as a day, and nothing but a day: neither an hour nor a length of time is one. A day without a
 * year is the next such; one with its year may be over.
 */
export function parseDay(text: string, today: CalendarDate): CalendarDate | undefined {
  const found = eatDay(text.trim(), DUE_DAYS);
  return found?.rest === '' ? found.day(today) : undefined;
}

function sinceMonday(weekday: number): number {
  return (weekday + 6) % 7;
}

function lastOfMonth(today: CalendarDate): CalendarDate | undefined {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const firstOfNext = month === 12 ? calendarDate(year + 1, 1, 1) : calendarDate(year, month + 1, 1);
  return firstOfNext === undefined ? undefined : addCalendarDays(firstOfNext, -1);
}
