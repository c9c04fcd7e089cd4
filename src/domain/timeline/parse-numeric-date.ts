import type { CalendarDate } from '../time.ts';
import { calendarDate, nearestSuch, nextSuch, yearOf } from './calendar.ts';
import { type DateOrder, dateOrderOf, writesDots } from './date-order.ts';
import { type Day, type DayForm, type Days, known } from './days.ts';

/** Not the beginning of something longer, as an address or a version. */
const END = String.raw`(?![\p{L}\p{N}_'’]|[-/.]\p{N})`;

/** With its year a date is no fraction, no range and no version. */
export const NUMERIC_DATES_WITH_YEAR: readonly DayForm[] = [
  { pattern: numbers(String.raw`(\d\d?)(\.)(\d\d?)\.(\d{4}|\d\d)`), day: numericDay },
  { pattern: numbers(String.raw`(\d\d?)(\.)[^\S\r\n](\d\d?)\.[^\S\r\n](\d{4})`), day: numericDay },
  { pattern: numbers(String.raw`(\d\d?)([-/])(\d\d?)\2(\d{4}|\d\d)`), day: numericDay },
];

/** `5/7`, `7.5.`: only where a time of day follows. */
export const NUMERIC_DATES: readonly DayForm[] = [
  ...NUMERIC_DATES_WITH_YEAR,
  { pattern: numbers(String.raw`(\d\d?)(\.)[^\S\r\n]?(\d\d?)\.`), day: numericDay },
  { pattern: numbers(String.raw`(\d\d?)(\/)(\d\d?)`), day: numericDay },
];

/** `13.05.`, the next such, where people write it so: elsewhere it is a number at the end of a sentence. */
export const DOTTED_DATE_AHEAD: DayForm = {
  pattern: numbers(String.raw`(\d\d?)(\.)[^\S\r\n]?(\d\d?)\.`),
  day:
    ([first, , second]) =>
    ({ today, locale }) => {
      const [day, month] = dotsFollowTheDay(locale) ? [first, second] : [second, first];
      const next = nextSuch(today, (year) => calendarDate(year, Number(month), Number(day)));
      return { meant: writesDots(locale) ? known(next) : [], otherwise: [] };
    },
};

/** `31/12`, the next such, where one of the two numbers can be no month; else it may be a fraction. */
export const SLASHED_DATE_AHEAD: DayForm = {
  pattern: numbers(String.raw`(\d\d?)\/(\d\d?)`),
  day: ([first, second]) => {
    const [less, more] = [Number(first), Number(second)].sort((one, other) => one - other);
    const inYear = (year: number) => ((more ?? 0) > 12 ? calendarDate(year, less ?? 0, more ?? 0) : undefined);
    return ({ today }) => ({ meant: known(nextSuch(today, inYear)), otherwise: [] });
  },
};

function numbers(form: string): RegExp {
  return new RegExp(`^${form}${END}`, 'u');
}

/** By the speaker's locale where the numbers leave a choice. */
function numericDay([first = '', mark, second = '', year]: readonly string[]): Day {
  return ({ today, locale }) => {
    const isDayFirst = mark === '.' && dotsFollowTheDay(locale);
    const dayFirst = dateIn({ year, month: second, day: first }, today);
    const monthFirst = isDayFirst ? undefined : dateIn({ year, month: first, day: second }, today);
    const yearFirst = bothOfTwoDigits(first, year)
      ? dateIn({ year: first, month: second, day: year }, today)
      : undefined;
    return choose(isDayFirst ? 'day-first' : dateOrderOf(locale, { year: year !== undefined }), {
      possible: known(dayFirst, monthFirst, yearFirst),
      inOrder: { 'day-first': dayFirst, 'month-first': monthFirst, 'year-first': yearFirst },
      isUnlikely: (date) => year?.length === 2 && yearOf(today) - yearOf(date) > LONG_AGO_YEARS,
    });
  };
}

/** Everywhere but where dates begin with the year: there people keep their order, and put dots in it too. */
function dotsFollowTheDay(locale: string | undefined): boolean {
  return dateOrderOf(locale, { year: true }) !== 'year-first';
}

/** `24/05/07`, read as the 24th of May by whoever puts the day first, was in 2007: the year may have come first. */
const LONG_AGO_YEARS = 10;

function choose(
  order: DateOrder | undefined,
  readings: {
    readonly possible: readonly CalendarDate[];
    readonly inOrder: Readonly<Record<DateOrder, CalendarDate | undefined>>;
    readonly isUnlikely: (date: CalendarDate) => boolean;
  },
): Days {
  const { possible, inOrder, isUnlikely } = readings;
  const meant = order === undefined ? undefined : inOrder[order];
  return meant === undefined || isUnlikely(meant)
    ? { meant: possible, otherwise: [] }
    : { meant: [meant], otherwise: possible.filter((date) => date !== meant) };
}

function bothOfTwoDigits(first: string, last: string | undefined): last is string {
  return first.length === 2 && last?.length === 2;
}

interface Said {
  readonly year: string | undefined;
  readonly month: string;
  readonly day: string;
}

/** Without a year the nearest such day; two digits are a year of this century. */
function dateIn({ year, month, day }: Said, today: CalendarDate): CalendarDate | undefined {
  const inYear = (number: number) => calendarDate(number, Number(month), Number(day));
  if (year === undefined) {
    return nearestSuch(today, inYear);
  }
  return inYear(Number(year) + (year.length === 2 ? 2_000 : 0));
}
