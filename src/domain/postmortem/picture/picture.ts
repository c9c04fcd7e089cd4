import type { Instant } from '../../time.ts';
import type { FigureEnd } from '../postmortem.ts';
import type { LaneName } from './lanes.ts';

/** A timeline to be drawn: every `x` lies between 0, where it begins, and 1, where it ends. */
export interface TimelinePicture {
  readonly from: Instant;
  readonly to: Instant;
  /** When users were hurt, as far as that is known. */
  readonly impact: { readonly from: number; readonly to: number } | undefined;
  /** In the order in which they came. */
  readonly milestones: readonly MilestoneMark[];
  readonly lanes: readonly Lane[];
  readonly ticks: readonly Tick[];
  /** Events that lie so far off that nothing could be told apart if they were drawn. */
  readonly earlier: LeftOut | undefined;
  readonly later: LeftOut | undefined;
}

export interface MilestoneMark {
  readonly x: number;
  readonly name: FigureEnd['name'];
  readonly at: Instant;
  readonly isEstimated: boolean;
}

export interface Lane {
  readonly name: LaneName;
  /** At least one; none hides another. */
  readonly marks: readonly Mark[];
}

/** One event, or several that would lie upon each other. */
export interface Mark {
  readonly x: number;
  readonly count: number;
  readonly from: Instant;
  readonly to: Instant;
  /** Of the first of them. */
  readonly text: string;
}

export interface Tick {
  readonly x: number;
  readonly at: Instant;
  /** Whether its label tells the time of day; else it stands for a whole day. */
  readonly hasTime: boolean;
  /** Whether it is the first of its day. */
  readonly hasDay: boolean;
}

export interface LeftOut {
  readonly count: number;
  /** Of the one that lies farthest off. */
  readonly at: Instant;
}
