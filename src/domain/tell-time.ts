import {
  addCalendarDays,
  type Clock,
  calendarDateAt,
  clockAt,
  formatInZone,
  type Instant,
  offsetName,
  type TimeZone,
  UTC,
} from './time.ts';

/** An instant as a clock in somebody's zone shows it, and as one in UTC does where that differs. */
export interface ToldTime {
  readonly at: Instant;
  /** `18:20 UTC+3` */
  readonly local: string;
  /** `15:20 UTC`, with its date where that is another day; missing where the local time is in UTC. */
  readonly utc: string | undefined;
}

export function timeOfDay(at: Instant, zone: TimeZone): ToldTime {
  return tellClock(at, clockAt(at, zone));
}

/** With the day before it: `2024-06-09 18:20 UTC+3`. */
export function dateAndTime(at: Instant, zone: TimeZone): ToldTime {
  const clock = clockAt(at, zone);
  const told = tellClock(at, clock);
  return { ...told, local: `${clock.date} ${told.local}` };
}

function tellClock(at: Instant, { date, time, offset }: Clock): ToldTime {
  const local = `${time} ${offset}`;
  if (offset === 'UTC') {
    return { at, local, utc: undefined };
  }
  const inUtc = clockAt(at, UTC);
  return { at, local, utc: `${inUtc.date === date ? '' : `${inUtc.date} `}${inUtc.time} UTC` };
}

/** With the day as people call it: `yesterday 18:20 UTC+3`, `7 May 14:00 UTC+3`, with its year where it is another. */
export function calledDayAndTime(
  at: Instant,
  { now, zone }: { readonly now: Instant; readonly zone: TimeZone },
): ToldTime {
  const told = timeOfDay(at, zone);
  return { ...told, local: `${callDay(at, now, zone)} ${told.local}` };
}

function callDay(at: Instant, now: Instant, zone: TimeZone): string {
  const [day, today] = [calendarDateAt(at, zone), calendarDateAt(now, zone)];
  if (day === today) {
    return 'today';
  }
  if (day === addCalendarDays(today, -1)) {
    return 'yesterday';
  }
  return formatInZone(at, zone, day.slice(0, 4) === today.slice(0, 4) ? 'd MMMM' : 'd MMMM yyyy');
}

/** Of a day to come, whose weekday people plan by: `Fri 10 May 09:00 UTC+3`, with its year where that is another. */
export function weekdayAndTime(at: Instant, { now, zone }: { readonly now: Instant; readonly zone: TimeZone }): string {
  const isThisYear = formatInZone(at, zone, 'yyyy') === formatInZone(now, zone, 'yyyy');
  return formatInZone(at, zone, isThisYear ? 'EEE d MMM HH:mm ' : 'EEE d MMM yyyy HH:mm ') + offsetName(at, zone);
}

/** `18:20 UTC+3 (15:20 UTC)` */
export function inOneLine(told: ToldTime): string {
  return told.utc === undefined ? told.local : `${told.local} (${told.utc})`;
}
