import type { Instant } from '../time.ts';

/** Escalations for one target that came out the same, whatever became of their incidents. */
export interface EscalationCount {
  /** All people who were called by name stand together, without a name. */
  readonly target: { readonly kind: 'person' } | { readonly kind: 'group' | 'policy'; readonly name: string };
  /** `ended`: the incident was over before anybody answered. */
  readonly outcome: 'open' | 'answered' | 'unanswered' | 'ended';
  readonly count: number;
  /** When the first of them was asked for. */
  readonly since: Instant;
  /** From the requests to the first answers, all together. */
  readonly seconds: number;
  /** How many were answered within each of `ANSWER_BOUNDS`. */
  readonly answeredWithin: readonly number[];
}

/** In minutes. */
export const ANSWER_BOUNDS = [1, 2, 5, 10, 15, 30, 60] as const;
