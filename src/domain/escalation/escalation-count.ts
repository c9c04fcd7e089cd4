/** Escalations for one target, of incidents of one severity, that came out the same. */
export interface EscalationCount {
  /** All people who were called by name stand together, without a name. */
  readonly target: { readonly kind: 'person' } | { readonly kind: 'group' | 'policy'; readonly name: string };
  readonly severity: string;
  /** `ended`: the incident was over before anybody answered. */
  readonly outcome: 'open' | 'answered' | 'unanswered' | 'ended';
  readonly count: number;
  /** From the requests to the first answers, all together. */
  readonly seconds: number;
  /** How many were answered within each of `ANSWER_BOUNDS`. */
  readonly answeredWithin: readonly number[];
}

/** In minutes. */
export const ANSWER_BOUNDS = [1, 2, 5, 10, 15, 30, 60] as const;
