import { type Instant, millisecondsBetween, SECOND } from '../domain/time.ts';

/** Work that another process stored wakes nobody here. */
const LONGEST_WAIT = SECOND;

/** Milliseconds until it is worth looking for due work again; 0 where some became due since it was looked for. */
export function untilNextLook({
  nextAt,
  lookedAt,
  now,
}: {
  readonly nextAt: Instant | undefined;
  readonly lookedAt: Instant;
  readonly now: Instant;
}): number {
  // Due already when it was looked for, and yet not claimed: another process was first, or too much runs here.
  if (nextAt === undefined || nextAt <= lookedAt) {
    return LONGEST_WAIT;
  }
  return Math.min(Math.max(0, millisecondsBetween(now, nextAt)), LONGEST_WAIT);
}
