import { type Instant, toMilliseconds } from '../../domain/time.ts';

type Detail = 'time' | 'day-and-time';

/** A time that each reader sees in their own zone. https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
export function slackTime(at: Instant, detail: Detail = 'day-and-time'): string {
  const seconds = Math.floor(toMilliseconds(at) / 1_000);
  const pattern = detail === 'time' ? '{time}' : '{date_short_pretty} {time}';
  return `<!date^${seconds}^${pattern}|${at.slice(0, 16).replace('T', ' ')} UTC>`;
}

/** Slack names a message by the second it was posted, and a counter: `1355517523.000005`. */
export function instantOfTimestamp(ts: string): number {
  return Math.floor(Number(ts) * 1_000);
}
