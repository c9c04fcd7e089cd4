import type { PersonId } from '../ids.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { Escalation } from './escalation.ts';

export type AcknowledgeRefusal =
  | { readonly kind: 'nothing-to-acknowledge' }
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

/** Which call somebody answers who does not say which: the newest open one that is for them, else the newest open one. */
export function callToAnswer(escalations: readonly Escalation[], by: PersonId): Escalation | undefined {
  const open = escalations.filter(({ acknowledgedAt }) => acknowledgedAt === undefined);
  return open.findLast(({ target }) => target.kind === 'person' && target.id === by) ?? open.at(-1);
}
