import type { Instant } from '../time.ts';

export interface Span {
  readonly from: Instant;
  /** Not included. */
  readonly until: Instant;
}
