import {
  type CalendarDate,
  formatInZone,
  type Instant,
  instant,
  instantOnDate,
  toMilliseconds,
  UTC,
} from '../../domain/time.ts';

export type Detail = 'time' | 'day-and-time' | 'weekday-and-time';

/** A time that each reader sees in their own zone. https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
export function slackTime(at: Instant, detail: Detail = 'day-and-time'): string {
  const seconds = Math.floor(toMilliseconds(at) / 1_000);
  return `<!date^${seconds}^${patterns[detail]}|${at.slice(0, 16).replace('T', ' ')} UTC>`;
}

const patterns: Readonly<Record<Detail, string>> = {
  time: '{time}',
  'day-and-time': '{date_short_pretty} {time}',
  'weekday-and-time': '{date_long_pretty} {time}',
};

/** The day of that instant, for each reader their own. */
export function slackDay(at: Instant, fallback: CalendarDate): string {
  return `<!date^${Math.floor(toMilliseconds(at) / 1_000)}^{date_long}|${fallback}>`;
}

/** A day that is the same for everybody: `Fri 10 May 2024`. Documents write `2024-05-10`, as they do of their times. */
export function dayWords(day: CalendarDate): string {
  return formatInZone(instantOnDate(day, '12:00', UTC), UTC, 'EEE d MMM yyyy');
}

/** Slack names a message by when it was posted, to the microsecond: `1355517523.000005`. */
export function instantOfTimestamp(ts: string): Instant {
  const [seconds = '', fraction = ''] = ts.split('.');
  return instant(Number(seconds) * 1_000 + Number(fraction.slice(0, 3)));
}

/** The first of that millisecond. Their text order is time order. */
export function timestampAt(at: Instant): string {
  return (toMilliseconds(at) / 1_000).toFixed(6);
}
