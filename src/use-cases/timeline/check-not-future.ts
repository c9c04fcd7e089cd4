import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { isToCome } from '../../domain/timeline/is-to-come.ts';

export interface FutureTime {
  readonly kind: 'future-time';
  readonly at: Instant;
}

/** What is still to come cannot be recorded. */
export function checkNotFuture(at: Instant, now: Instant): Result<Instant, FutureTime> {
  return isToCome(at, now) ? refuse({ kind: 'future-time', at }) : accept(at);
}
