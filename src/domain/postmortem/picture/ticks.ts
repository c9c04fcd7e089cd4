import {
  addCalendarDays,
  type CalendarDate,
  calendarDateAt,
  calendarDaysBetween,
  DAY,
  HOUR,
  type Instant,
  instantOnDate,
  MINUTE,
  millisecondsBetween,
  type TimeZone,
} from '../../time.ts';
import type { Tick } from './picture.ts';
import type { Range } from './range.ts';

/** So many labels fit beside each other on a telephone. */
const MOST = 6;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * MINUTE);

/**
 * At round times as a clock on the wall in `zone` shows them, each day anew: where clocks change they stay round. Of an
 * hour that comes twice only the first has ticks.
 */
export function ticksOf(range: Range, zone: TimeZone): readonly Tick[] {
  const length = millisecondsBetween(range.from, range.to);
  const step = STEPS.find((candidate) => length / candidate < MOST);
  const instants = step === undefined ? wholeDays(range, zone) : timesOfDay(range, step, zone);
  return instants.map((at, index) => {
    const before = instants[index - 1];
    return {
      x: millisecondsBetween(range.from, at) / length,
      at,
      hasTime: step !== undefined,
      hasDay: before === undefined || calendarDateAt(before, zone) !== calendarDateAt(at, zone),
    };
  });
}

function timesOfDay(range: Range, step: number, zone: TimeZone): readonly Instant[] {
  const inADay = Array.from({ length: DAY / step }, (_, index) => clock(index * step));
  const found = datesIn(range, zone, 1).flatMap((date) => inADay.map((time) => instantOnDate(date, time, zone)));
  return within(range, found);
}

/** `09:30` */
function clock(sinceMidnight: number): string {
  const hours = Math.floor(sinceMidnight / HOUR);
  const minutes = (sinceMidnight % HOUR) / MINUTE;
  return [hours, minutes].map((number) => String(number).padStart(2, '0')).join(':');
}

function wholeDays(range: Range, zone: TimeZone): readonly Instant[] {
  const days = calendarDaysBetween(calendarDateAt(range.from, zone), calendarDateAt(range.to, zone));
  const dates = datesIn(range, zone, Math.ceil((days + 1) / MOST));
  return within(
    range,
    dates.map((date) => instantOnDate(date, '00:00', zone)),
  );
}

function datesIn(range: Range, zone: TimeZone, stepDays: number): readonly CalendarDate[] {
  const last = calendarDateAt(range.to, zone);
  const dates: CalendarDate[] = [];
  for (let date = calendarDateAt(range.from, zone); date <= last; date = addCalendarDays(date, stepDays)) {
    dates.push(date);
  }
  return dates;
}

/** Each once, in order: a time that clocks skip is the same instant as a later one. */
function within({ from, to }: Range, instants: readonly Instant[]): readonly Instant[] {
  return [...new Set(instants.filter((at) => at >= from && at <= to))].sort();
}
