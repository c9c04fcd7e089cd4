import { addMilliseconds, type Instant, MINUTE } from '../time.ts';

/** Clocks differ a little; within this an event counts as happening now. */
const CLOCK_SKEW = MINUTE;

export function isToCome(at: Instant, now: Instant): boolean {
  return at > addMilliseconds(now, CLOCK_SKEW);
}
