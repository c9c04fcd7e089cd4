import { addMilliseconds, type Instant, SECOND } from '../domain/time.ts';
import type { Clock } from './system.ts';

const LIFE = 30 * SECOND;

/** Anybody may ask, and often: what asks Slack, or takes its time, runs once for all who ask within its life. */
export function shareOutcome<Value>(read: () => Promise<Value>, clock: Clock, life = LIFE): () => Promise<Value> {
  let latest: { readonly outcome: Promise<Value>; readonly goodUntil: Instant } | undefined;
  return () => {
    if (latest === undefined || latest.goodUntil <= clock.now()) {
      latest = { outcome: read(), goodUntil: addMilliseconds(clock.now(), life) };
    }
    return latest.outcome;
  };
}
