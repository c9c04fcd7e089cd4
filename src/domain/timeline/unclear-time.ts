import { type Result, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { Speaker } from './speaker.ts';

export interface UnparsableTime {
  readonly kind: 'unparsable-time';
  readonly text: string;
}

/** A time that was said and that nobody should guess. */
export interface UnclearTime {
  readonly kind: 'unclear-time';
  /** The time as it was typed, without the words that follow it. */
  readonly text: string;
  readonly why: 'ambiguous' | 'to-come';
  /** What it may be, one at least; all of them are over where something happened then, rather than is to. */
  readonly readings: readonly Instant[];
  readonly speaker: Speaker;
}

export function unparsable(text: string): Result<never, UnparsableTime> {
  return refuse({ kind: 'unparsable-time', text });
}
