import { addCalendarDays, type CalendarDate } from '../time.ts';
import { isoWeekday } from './calendar.ts';
import { type DayForm, dayOf } from './days.ts';
import { dateForms, dayPattern, WEEKDAY, weekdayNamed } from './parse-date.ts';
import { NUMBER_WORD, numberOf } from './parse-number.ts';

export const TODAY: DayForm = { pattern: dayPattern('today'), day: () => dayOf((today) => today) };
export const TOMORROW: DayForm = {
  pattern: dayPattern('tomorrow'),
  day: () => dayOf((today) => addCalendarDays(today, 1)),
};
export const YESTERDAY: DayForm = {
  pattern: dayPattern('yesterday'),
  day: () => dayOf((today) => addCalendarDays(today, -1)),
};
export const NEXT_WEEKDAY: DayForm = {
  pattern: dayPattern(String.raw`next\s+${WEEKDAY}`),
  day: ([word]) => dayOf((today) => addCalendarDays(today, 7 - isoWeekday(today) + weekdayNamed(word))),
};
export const THIS_WEEKDAY = dayPattern(String.raw`(?:this\s+)?${WEEKDAY}`);
export const IN_SO_MANY_DAYS: DayForm = {
  pattern: dayPattern(String.raw`in\s+(\d{1,3}|${NUMBER_WORD})\s+(day|week)s?`),
  day: ([amount, unit]) =>
    dayOf((today) => addCalendarDays(today, numberOf(amount) * (unit?.toLowerCase() === 'week' ? 7 : 1))),
};

/**
 * A day on which something happened: `yesterday`, `friday`, `2024-05-07`, `May 7`, `5/7`. Those to come are read too, so
 * that what is said of them is refused as such.
 */
export const EVENT_DAYS: readonly DayForm[] = [
  TODAY,
  TOMORROW,
  NEXT_WEEKDAY,
  YESTERDAY,
  {
    pattern: dayPattern(String.raw`last\s+${WEEKDAY}`),
    day: ([word]) => dayOf((today) => addCalendarDays(today, -(daysSince(word, today) || 7))),
  },
  {
    // Today where that is the weekday; what is still to come today may have been a week ago.
    pattern: dayPattern(WEEKDAY),
    day:
      ([word]) =>
      ({ today }) => {
        const ago = daysSince(word, today);
        return {
          meant: [addCalendarDays(today, -ago)],
          otherwise: ago === 0 ? [addCalendarDays(today, -7)] : [],
        };
      },
  },
  ...dateForms('back'),
];

/** A day on which something is to happen at a time that is said too: `tomorrow`, `friday`, `in 3 days`, `2024-05-14`, `5/14`. */
export const COMING_DAYS: readonly DayForm[] = [
  TODAY,
  TOMORROW,
  NEXT_WEEKDAY,
  {
    // On that weekday itself nobody can tell whether today is meant.
    pattern: THIS_WEEKDAY,
    day:
      ([word]) =>
      ({ today, since = today }) => {
        const first = addCalendarDays(since, daysUntil(word, since));
        const second = addCalendarDays(first, 7);
        return first === today ? { meant: [first, second], otherwise: [] } : { meant: [first], otherwise: [second] };
      },
  },
  IN_SO_MANY_DAYS,
  // The nearest: “2 May” said in early May is a slip, not a day of next year.
  ...dateForms('back'),
];

/** 0 where today is that weekday. */
export function daysSince(weekday: string | undefined, today: CalendarDate): number {
  return (7 + isoWeekday(today) - weekdayNamed(weekday)) % 7;
}

/** 0 where that day is that weekday. */
export function daysUntil(weekday: string | undefined, day: CalendarDate): number {
  return (7 - daysSince(weekday, day)) % 7;
}
