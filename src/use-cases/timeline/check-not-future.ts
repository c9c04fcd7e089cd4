import { accept, type Result, refuse } from '../../domain/result.ts';
import { addMilliseconds, type Instant, MINUTE } from '../../domain/time.ts';

export interface FutureTime {
  readonly kind: 'future-time';
  readonly at: Instant;
}

/** Clocks differ a little; within this an event counts as happening now. */
const CLOCK_SKEW = MINUTE;

/** What is still to come cannot be recorded. */
export function checkNotFuture(at: Instant, now: Instant): Result<Instant, FutureTime> {
  return at > addMilliseconds(now, CLOCK_SKEW) ? refuse({ kind: 'future-time', at }) : accept(at);
}
