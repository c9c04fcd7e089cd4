// The only file that imports date-fns, and by subpath: its root index costs hundreds of milliseconds on Node 22 and later.
import { TZDate } from '@date-fns/tz/date';
import { tzOffset } from '@date-fns/tz/tzOffset';
import { format } from 'date-fns/format';

/** An instant as ISO-8601 text in UTC with milliseconds: `2024-05-07T14:00:00.000Z`. Text order is time order. */
export type Instant = string & { readonly __brand: 'Instant' };

/** A day in somebody's calendar, `2024-05-14`; which hours it covers depends on a time zone. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

/** An IANA name, `Africa/Addis_Ababa`, that this runtime knows. */
export type TimeZone = string & { readonly __brand: 'TimeZone' };

export const UTC = 'UTC' as TimeZone;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function instant(value: Date | number): Instant {
  return new Date(value).toISOString() as Instant;
}

export function toMilliseconds(at: Instant): number {
  return Date.parse(at);
}

export function addMilliseconds(at: Instant, milliseconds: number): Instant {
  return instant(toMilliseconds(at) + milliseconds);
}

export function millisecondsBetween(from: Instant, to: Instant): number {
  return toMilliseconds(to) - toMilliseconds(from);
}

export function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}

export function later(one: Instant, other: Instant): Instant {
  return one < other ? other : one;
}

/** The zone of that name, or UTC where this runtime does not know it. */
export function timeZone(name: string | undefined): TimeZone {
  return name === undefined ? UTC : (knownTimeZone(name) ?? UTC);
}

export function knownTimeZone(name: string): TimeZone | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name as TimeZone;
  } catch {
    return undefined;
  }
}

export function calendarDateAt(at: Instant, zone: TimeZone): CalendarDate {
  return clockAt(at, zone).date;
}

/** Throws where that is after the year 9999, in which the order of text stops being the order of days. */
export function addCalendarDays(date: CalendarDate, days: number): CalendarDate {
  const at = instant(Date.parse(date) + days * DAY);
  if (at.startsWith('+')) {
    throw new RangeError(`${days} days after ${date} no calendar is read`);
  }
  return at.slice(0, 'yyyy-MM-dd'.length) as CalendarDate;
}

export function calendarDaysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * The instant at which a clock on the wall in `zone` shows this. A time skipped when clocks go forward is read
 * as the same distance after the change; one that happens twice is read as the first.
 */
export function instantOfWallClock(wall: WallClock, zone: TimeZone): Instant {
  const found = new TZDate(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, zone).getTime();
  const turnedBack = offsetMinutes(found - 6 * HOUR, zone) - offsetMinutes(found, zone);
  const earlier = found - turnedBack * MINUTE;
  const happensTwice = turnedBack > 0 && offsetMinutes(earlier, zone) === offsetMinutes(found, zone) + turnedBack;
  return instant(happensTwice ? earlier : found);
}

/** All instants at which a clock on the wall in `zone` shows this: two in the hour that comes again when clocks go back. */
export function instantsOfWallClock(wall: WallClock, zone: TimeZone): readonly Instant[] {
  const first = instantOfWallClock(wall, zone);
  const at = toMilliseconds(first);
  const turnedBack = offsetMinutes(at, zone) - offsetMinutes(at + 6 * HOUR, zone);
  const later = at + turnedBack * MINUTE;
  const happensTwice = turnedBack > 0 && offsetMinutes(later, zone) === offsetMinutes(at, zone) - turnedBack;
  return happensTwice ? [first, instant(later)] : [first];
}

/** East of UTC. */
function offsetMinutes(at: number, zone: TimeZone): number {
  return zone === UTC ? 0 : tzOffset(zone, new Date(at));
}

/** `timeOfDay` is `HH:mm`, 24-hour. */
export function instantOnDate(date: CalendarDate, timeOfDay: string, zone: TimeZone): Instant {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = timeOfDay.split(':').map(Number);
  return instantOfWallClock({ year, month, day, hour, minute, second: 0 }, zone);
}

export function formatInZone(at: Instant, zone: TimeZone, pattern: string): string {
  return format(new TZDate(at, zone), pattern);
}

export interface Clock {
  readonly date: CalendarDate;
  /** `18:20` */
  readonly time: string;
  /** `UTC+3` */
  readonly offset: string;
}

/** What a calendar and a clock in `zone` show. A long timeline asks for thousands, and `formatInZone` takes its time. */
export function clockAt(at: Instant, zone: TimeZone): Clock {
  const milliseconds = toMilliseconds(at);
  const minutes = offsetMinutes(milliseconds, zone);
  const [date = '', time = ''] = instant(milliseconds + minutes * MINUTE).split('T');
  return { date: date as CalendarDate, time: time.slice(0, 'HH:mm'.length), offset: nameOfOffset(minutes) };
}

/** How far `zone` is from UTC at that instant: `UTC`, `UTC+3`, `UTC+5:30`. */
export function offsetName(at: Instant, zone: TimeZone): string {
  return nameOfOffset(offsetMinutes(toMilliseconds(at), zone));
}

function nameOfOffset(minutes: number): string {
  if (minutes === 0) {
    return 'UTC';
  }
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** A length of time in words, to the minute: `1 h 30 min`, `2 d 3 h`, `0 min`. */
export function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE);
  const parts = [
    { amount: Math.floor(minutes / (24 * 60)), unit: 'd' },
    { amount: Math.floor((minutes % (24 * 60)) / 60), unit: 'h' },
    { amount: minutes % 60, unit: 'min' },
  ].filter((part) => part.amount > 0);
  return parts.length === 0 ? '0 min' : parts.map((part) => `${part.amount} ${part.unit}`).join(' ');
}
