import { addCalendarDays, type CalendarDate } from '../time.ts';
import { calendarDate, isoWeekday } from './calendar.ts';
import { type DayForm, dayOf, eatDay, known } from './days.ts';
import { dateForms, dayPattern, MONTH, monthNamed, WEEKDAY, weekdayNamed } from './parse-date.ts';
import { NUMBER_WORD, numberOf } from './parse-number.ts';
import type { SpeakersCalendar } from './speaker.ts';
import {
  daysSince,
  daysUntil,
  IN_SO_MANY_DAYS,
  NEXT_WEEKDAY,
  THIS_WEEKDAY,
  TODAY,
  TOMORROW,
  YESTERDAY,
} from './spoken-days.ts';

const THE = String.raw`(?:the\s+)?`;
const END_OF = String.raw`${THE}end\s+of\s+(?:the\s+|this\s+)?`;
const AMOUNT = String.raw`(\d{1,3}|${NUMBER_WORD})`;

const DATES: readonly DayForm[] = [
  ...dateForms('ahead'),
  { pattern: dayPattern(String.raw`(\d{1,2})(?:st|nd|rd|th)`), day: ([day]) => dayOf(nextSuchDay(Number(day))) },
];

/** `Fri 10 May 2024`: none where that day is no such weekday. */
const WEEKDAY_AND_DATE: DayForm = {
  pattern: dayPattern(String.raw`${WEEKDAY}\.?,?\s+${THE}(\S.*)`),
  day:
    ([weekday, said = '']) =>
    (calendar) => ({
      meant: read(said, DATES, calendar).filter((day) => isoWeekday(day) === weekdayNamed(weekday)),
      otherwise: [],
    }),
};

/**
 * A day by which something is due: `tomorrow`, `friday`, `end of week`, `in 3 days`, `2024-05-14`, `May 21`. One that is
 * over is read too, so that it is refused as such.
 */
const DUE_DAYS: readonly DayForm[] = [
  TODAY,
  { pattern: dayPattern(`(?:tonight|eod|cob|eob|${END_OF}day)`), day: () => dayOf((today) => today) },
  {
    pattern: dayPattern(String.raw`${THE}day\s+after\s+tomorrow`),
    day: () => dayOf((today) => addCalendarDays(today, 2)),
  },
  TOMORROW,
  { pattern: dayPattern('tmrw|tmr'), day: () => dayOf((today) => addCalendarDays(today, 1)) },
  YESTERDAY,
  NEXT_WEEKDAY,
  {
    pattern: dayPattern(String.raw`${WEEKDAY}\s+(?:of\s+)?next\s+week`),
    day: NEXT_WEEKDAY.day,
  },
  {
    pattern: dayPattern(String.raw`next\s+week(?:\s+on)?\s+${WEEKDAY}`),
    day: NEXT_WEEKDAY.day,
  },
  WEEKDAY_AND_DATE,
  {
    pattern: THIS_WEEKDAY,
    day: ([word]) => dayOf((today) => addCalendarDays(today, 7 - daysSince(word, today))),
  },
  IN_SO_MANY_DAYS,
  {
    pattern: dayPattern(String.raw`within\s+${AMOUNT}\s+(day|week)s?`),
    day: IN_SO_MANY_DAYS.day,
  },
  {
    pattern: dayPattern(String.raw`(?:in|within)\s+${AMOUNT}\s+months?`),
    day: ([amount]) => dayOf((today) => monthsAfter(today, numberOf(amount))),
  },
  {
    pattern: dayPattern(String.raw`${AMOUNT}\s+(day|week)s?\s+from\s+(?:now|today)`),
    day: IN_SO_MANY_DAYS.day,
  },
  {
    pattern: dayPattern(String.raw`(?:${END_OF}week|this\s+week|eow)`),
    day: () => dayOf((today) => addCalendarDays(today, daysUntil('friday', today))),
  },
  {
    pattern: dayPattern(String.raw`${THE}end\s+of\s+next\s+week`),
    day: () => NEXT_WEEKDAY.day(['friday']),
  },
  { pattern: dayPattern(String.raw`next\s+week`), day: () => dayOf((today) => addCalendarDays(today, 7)) },
  {
    pattern: dayPattern(String.raw`(?:${END_OF}month|this\s+month|eom)`),
    day: () => dayOf((today) => endOfMonth(today, 0)),
  },
  { pattern: dayPattern(String.raw`${THE}end\s+of\s+next\s+month`), day: () => dayOf((today) => endOfMonth(today, 1)) },
  { pattern: dayPattern(String.raw`next\s+month`), day: () => dayOf((today) => monthsAfter(today, 1)) },
  {
    pattern: dayPattern(String.raw`${THE}end\s+of\s+${MONTH}`),
    day: ([month]) => dayOf((today) => endOfMonth(today, (12 + monthNamed(month) - monthOf(today)) % 12)),
  },
  {
    pattern: dayPattern(`(?:${END_OF}quarter|eoq)`),
    day: () => dayOf((today) => endOfMonth(today, 2 - ((monthOf(today) - 1) % 3))),
  },
  {
    pattern: dayPattern(`(?:${END_OF}year|eoy)`),
    day: () => dayOf((today) => endOfMonth(today, 12 - monthOf(today))),
  },
  ...DATES,
  {
    pattern: dayPattern(String.raw`the\s+(\S.*)`),
    day:
      ([said = '']) =>
      (calendar) => ({ meant: read(said, DATES, calendar), otherwise: [] }),
  },
];

/**
 * Reads the whole text as a day, and nothing but a day: neither an hour nor a length of time is one, nor a date that can
 * be read in two ways. A day without a year is the next such; one with its year may be over.
 */
export function parseDay(text: string, calendar: SpeakersCalendar): CalendarDate | undefined {
  const meant = read(text.trim(), DUE_DAYS, calendar);
  return meant.length === 1 ? meant[0] : undefined;
}

function read(text: string, forms: readonly DayForm[], calendar: SpeakersCalendar): readonly CalendarDate[] {
  const found = eatDay(text, forms);
  return found?.rest === '' ? found.day(calendar).meant : [];
}

function monthOf(day: CalendarDate): number {
  return Number(day.slice(5, 7));
}

/** The last day of the month that comes so many months after that of `today`. */
function endOfMonth(today: CalendarDate, later: number): CalendarDate {
  const months = Number(today.slice(0, 4)) * 12 + monthOf(today) + later;
  const [first] = known(calendarDate(Math.floor(months / 12), (months % 12) + 1, 1));
  return addCalendarDays(first ?? today, -1);
}

/** The same day of a later month, or its last where it has none such. */
function monthsAfter(today: CalendarDate, later: number): CalendarDate {
  const last = endOfMonth(today, later);
  const day = Math.min(Number(today.slice(8)), Number(last.slice(8)));
  return addCalendarDays(last, day - Number(last.slice(8)));
}

/** The next such day of a month that has one. */
function nextSuchDay(day: number): (today: CalendarDate) => CalendarDate | undefined {
  return (today) =>
    [0, 1, 2]
      .map((later) => endOfMonth(today, later))
      .flatMap((last) => known(calendarDate(Number(last.slice(0, 4)), monthOf(last), day)))
      .find((date) => date >= today);
}
