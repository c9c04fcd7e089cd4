import { type Instant, MINUTE, millisecondsBetween } from '../time.ts';
import { isQuiet, type TimelineKind } from './timeline-event.ts';

/** A stretch of an incident of which its timeline says nothing. */
export interface Gap {
  readonly from: Instant;
  readonly to: Instant;
}

/** How long a timeline may be silent before somebody should say what happened then. */
export const LONGEST_SILENCE = 30 * MINUTE;

interface Told {
  readonly at: Instant;
  /** Undefined where nobody said it, as in a file. */
  readonly kind: TimelineKind | undefined;
}

/**
 * The long silences between the first thing that is told and the end, or the last thing where there is no end. `told`
 * must be in order; quiet events break no silence, and what is told after the end is no part of the incident.
 */
export function findGaps(told: readonly Told[], end: Instant | undefined): readonly Gap[] {
  const times = told.filter(({ kind }) => kind === undefined || !isQuiet(kind)).map(({ at }) => at);
  const stops = end === undefined ? times : [...times.filter((at) => at < end), end];
  return stops
    .slice(1)
    .map((to, index) => ({ from: stops[index] ?? to, to }))
    .filter((gap) => lengthOf(gap) > LONGEST_SILENCE);
}

export function lengthOf({ from, to }: Gap): number {
  return millisecondsBetween(from, to);
}

/** Those that begin and end within a longer stretch. */
export function gapsWithin(gaps: readonly Gap[], { from, to }: Gap): readonly Gap[] {
  return gaps.filter((gap) => gap.from >= from && gap.to <= to);
}
