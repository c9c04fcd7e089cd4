import { CALENDARS } from './cast.ts';
import { YEAR_START } from './year.ts';

/** Worked out from the platform's time zones and whole numbers, and not by what the bot reckons with. */

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const START = Date.parse(YEAR_START);
const offsets = new Map<string, Map<number, number>>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** Days since 1970 and minutes since midnight, as a clock on the wall there shows them. */
export function wallAt(elapsed: number, zone: string): { readonly day: number; readonly minutes: number } {
  const local = START + elapsed + offsetAt(START + elapsed, zone);
  const day = Math.floor(local / DAY);
  return { day, minutes: (local - day * DAY) / MINUTE };
}

/** When the wall shows that, in milliseconds since the year began. No clock is changed near the hours asked for. */
export function elapsedAtWall(day: number, minutes: number, zone: string): number {
  const local = day * DAY + minutes * MINUTE;
  const guess = local - offsetAt(local, zone);
  return local - offsetAt(guess, zone) - START;
}

export function dayOf(date: string): number {
  return Date.parse(date) / DAY;
}

export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

const calendars = CALENDARS.map(({ zones, workingDays, holidays }) => ({
  zones: new Set<string>(zones),
  workingDays: new Set(workingDays),
  holidays: new Set(holidays.map(dayOf)),
}));

export function isWorked(day: number, zone: string): boolean {
  const calendar = calendars.find(({ zones }) => zones.has(zone)) ?? calendars.at(-1);
  // 1 January 1970 was a Thursday.
  const weekday = ((day + 3) % 7) + 1;
  return calendar?.workingDays.has(weekday) === true && !calendar.holidays.has(day);
}

export function workedFrom(day: number, zone: string): number {
  return isWorked(day, zone) ? day : workedFrom(day + 1, zone);
}

export function workedUntil(day: number, zone: string): number {
  return isWorked(day, zone) ? day : workedUntil(day - 1, zone);
}

/** They change at quarters of hours only. */
function offsetAt(at: number, zone: string): number {
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const quarter = Math.floor(at / QUARTER);
  const offset = known.get(quarter) ?? readOffset(quarter * QUARTER, zone);
  known.set(quarter, offset);
  return offset;
}

function readOffset(at: number, zone: string): number {
  const numeric = 'numeric';
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
    });
  formats.set(zone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute) - at;
}
