import { addCalendarDays, type CalendarDate } from '../time.ts';
import { calendarDate, isoWeekday } from './calendar.ts';
import { type DayForm, dayOf, eatDay } from './days.ts';
import { dateForms, dayPattern, WEEKDAY, weekdayNamed } from './parse-date.ts';
import { NUMBER_WORD, numberOf } from './parse-number.ts';
import type { SpeakersCalendar } from './speaker.ts';

const TODAY: DayForm = { pattern: dayPattern('today'), day: () => dayOf((today) => today) };
const TOMORROW: DayForm = { pattern: dayPattern('tomorrow'), day: () => dayOf((today) => addCalendarDays(today, 1)) };
const YESTERDAY: DayForm = {
  pattern: dayPattern('yesterday'),
  day: () => dayOf((today) => addCalendarDays(today, -1)),
};
const NEXT_WEEKDAY: DayForm = {
  pattern: dayPattern(String.raw`next\s+${WEEKDAY}`),
  day: ([word]) => dayOf((today) => addCalendarDays(today, 7 - isoWeekday(today) + weekdayNamed(word))),
};
const THIS_WEEKDAY = dayPattern(String.raw`(?:this\s+)?${WEEKDAY}`);
const IN_SO_MANY_DAYS: DayForm = {
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

/**
 * A day by which something is due: `tomorrow`, `friday`, `end of week`, `in 3 days`, `2024-05-14`, `May 21`. One that is
 * over is read too, so that it is refused as such.
 */
const DUE_DAYS: readonly DayForm[] = [
  TODAY,
  TOMORROW,
  YESTERDAY,
  NEXT_WEEKDAY,
  {
    pattern: dayPattern(String.raw`${WEEKDAY}\s+(?:of\s+)?next\s+week`),
    day: ([word]) => dayOf((today) => addCalendarDays(today, 7 - isoWeekday(today) + weekdayNamed(word))),
  },
  {
    pattern: THIS_WEEKDAY,
    day: ([word]) => dayOf((today) => addCalendarDays(today, 7 - daysSince(word, today))),
  },
  IN_SO_MANY_DAYS,
  {
    pattern: dayPattern(String.raw`(?:(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?week|eow)`),
    day: () => dayOf((today) => addCalendarDays(today, daysUntil('friday', today))),
  },
  {
    pattern: dayPattern(String.raw`(?:the\s+)?end\s+of\s+next\s+week`),
    day: () => dayOf((today) => addCalendarDays(today, 7 - isoWeekday(today) + weekdayNamed('friday'))),
  },
  { pattern: dayPattern(String.raw`next\s+week`), day: () => dayOf((today) => addCalendarDays(today, 7)) },
  { pattern: dayPattern(String.raw`(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?month`), day: () => dayOf(lastOfMonth) },
  ...dateForms('ahead'),
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

/**
 * Reads the whole text as a day, and nothing but a day: neither an hour nor a length of time is one, nor a date that can
 * be read in two ways. A day without a year is the next such; one with its year may be over.
 */
export function parseDay(text: string, calendar: SpeakersCalendar): CalendarDate | undefined {
  const found = eatDay(text.trim(), DUE_DAYS);
  const meant = found?.rest === '' ? found.day(calendar).meant : [];
  return meant.length === 1 ? meant[0] : undefined;
}

/** 0 where today is that weekday. */
function daysSince(weekday: string | undefined, today: CalendarDate): number {
  return (7 + isoWeekday(today) - weekdayNamed(weekday)) % 7;
}

/** 0 where that day is that weekday. */
function daysUntil(weekday: string | undefined, day: CalendarDate): number {
  return (7 - daysSince(weekday, day)) % 7;
}

function lastOfMonth(today: CalendarDate): CalendarDate | undefined {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const firstOfNext = month === 12 ? calendarDate(year + 1, 1, 1) : calendarDate(year, month + 1, 1);
  return firstOfNext === undefined ? undefined : addCalendarDays(firstOfNext, -1);
}
