import { addMilliseconds, type Instant, SECOND } from '../domain/time.ts';
import type { Clock } from '../use-cases/system.ts';

const LIFE = 30 * SECOND;

/** Anybody may ask, and often: what asks Slack runs once for all who ask within its life, and fails once for them too. */
export function shareOutcome<Value>(read: () => Promise<Value>, clock: Clock): () => Promise<Value> {
  let latest: { readonly outcome: Promise<Value>; readonly goodUntil: Instant } | undefined;
  return () => {
    if (latest === undefined || latest.goodUntil <= clock.now()) {
      latest = { outcome: read(), goodUntil: addMilliseconds(clock.now(), LIFE) };
    }
    return latest.outcome;
  };
}
