import type { PersonId } from '../ids.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { Escalation } from './escalation.ts';

export type AcknowledgeRefusal =
  | { readonly kind: 'nothing-to-acknowledge' }
  | { readonly kind: 'several-calls' }
  | { readonly kind: 'already-acknowledged'; readonly by: PersonId; readonly at: Instant };

export function acknowledge(
  escalation: Escalation,
  by: PersonId,
  now: Instant,
): Result<Escalation, AcknowledgeRefusal> {
  if (escalation.acknowledgedBy !== undefined && escalation.acknowledgedAt !== undefined) {
    return refuse({
      kind: 'already-acknowledged',
      by: escalation.acknowledgedBy,
      at: escalation.acknowledgedAt,
    });
  }
  return accept({ ...escalation, acknowledgedBy: by, acknowledgedAt: now });
}

/**
 * Which call somebody answers who does not say which: the newest open one that calls them, else the only open one.
 * Of several others' calls none is guessed: answering the wrong one would let somebody sleep who is needed.
 */
export function callToAnswer(escalations: readonly Escalation[], by: PersonId): Result<Escalation, AcknowledgeRefusal> {
  const open = escalations.filter(({ acknowledgedAt }) => acknowledgedAt === undefined);
  const own = open.findLast(({ called }) => called.includes(by));
  const [first, ...more] = open;
  if (own !== undefined) {
    return accept(own);
  }
  if (first === undefined) {
    return refuse({ kind: 'nothing-to-acknowledge' });
  }
  return more.length === 0 ? accept(first) : refuse({ kind: 'several-calls' });
}
