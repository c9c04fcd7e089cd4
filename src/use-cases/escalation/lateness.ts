import { duration, type Instant, MINUTE, millisecondsBetween } from '../../domain/time.ts';

/** Later than that is told: the bot stood still, or could not reach its database. */
const LATE = MINUTE;

/** ` (12 min late)`, for what was due then and is done now; empty where it is in time. */
export function lateness(dueAt: Instant, now: Instant): string {
  const late = millisecondsBetween(dueAt, now);
  return late >= LATE ? ` (${duration(late)} late)` : '';
}
