import { addMilliseconds, type Instant, SECOND } from '../domain/time.ts';
import type { Clock } from '../use-cases/system.ts';
import type { Check } from './readiness.ts';

const LIFE = 30 * SECOND;

/** Anybody may ask whether we are ready; a check that asks Slack runs once for all who ask within half a minute. */
export function shareOutcome(check: Check, clock: Clock): Check {
  let latest: { readonly outcome: Promise<void>; readonly goodUntil: Instant } | undefined;
  return () => {
    if (latest === undefined || latest.goodUntil <= clock.now()) {
      latest = { outcome: check(), goodUntil: addMilliseconds(clock.now(), LIFE) };
    }
    return latest.outcome;
  };
}
