import type { PersonId } from '../ids.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import { awaitsAnswer, type Call, calledPeople, type Escalation } from './escalation.ts';

export type AcknowledgeRefusal =
  | { readonly kind: 'nothing-to-acknowledge' }
  | { readonly kind: 'several-calls' }
  | { readonly kind: 'call-ended' }
  | { readonly kind: 'already-acknowledged'; readonly by: PersonId; readonly at: Instant };

/** Anybody may answer, called or not, and late as well: whoever takes it is better than nobody. */
export function acknowledge(
  escalation: Escalation,
  by: PersonId,
  now: Instant,
): Result<Escalation, AcknowledgeRefusal> {
  if (escalation.state === 'ended') {
    return refuse({ kind: 'call-ended' });
  }
  if (escalation.state === 'answered') {
    const { heldBy = by, heldSince = now } = escalation;
    return refuse({ kind: 'already-acknowledged', by: heldBy, at: heldSince });
  }
  return accept({
    ...escalation,
    state: 'answered',
    acknowledgedBy: escalation.acknowledgedBy ?? by,
    acknowledgedAt: escalation.acknowledgedAt ?? now,
    heldBy: by,
    heldSince: now,
    calls: escalation.calls.map((call) => respond(call, by, 'answered', now)),
  });
}

export type PassOnRefusal =
  | { readonly kind: 'call-ended' }
  | { readonly kind: 'not-called' }
  | { readonly kind: 'already-acknowledged'; readonly by: PersonId; readonly at: Instant };

/** Whoever is called, or is on it, says that they cannot. Whether somebody else is called now is `isStepOver`'s. */
export function passOn(escalation: Escalation, by: PersonId, now: Instant): Result<Escalation, PassOnRefusal> {
  const { state, heldBy, heldSince = now } = escalation;
  if (state === 'ended') {
    return refuse({ kind: 'call-ended' });
  }
  if (state === 'answered' && heldBy !== undefined && heldBy !== by) {
    return refuse({ kind: 'already-acknowledged', by: heldBy, at: heldSince });
  }
  if (heldBy !== by && !calledPeople(escalation).has(by)) {
    return refuse({ kind: 'not-called' });
  }
  const calls = escalation.calls.map((call) => respond(call, by, 'passed-on', now));
  const passed = { ...escalation, calls };
  return accept(state === 'answered' ? release(passed) : passed);
}

/** Nobody is on it any more, and it goes on. */
export function release(escalation: Escalation): Escalation {
  const { resumed } = escalation;
  return { ...escalation, state: 'calling', heldBy: undefined, heldSince: undefined, resumed: resumed + 1 };
}

function respond(call: Call, by: PersonId, state: 'answered' | 'passed-on', now: Instant): Call {
  return call.personId === by && call.state !== 'failed' ? { ...call, state, respondedAt: now } : call;
}

/** Says again that they are on it. */
export function stayOnIt(escalation: Escalation, by: PersonId, now: Instant): Escalation | undefined {
  return escalation.state === 'answered' && escalation.heldBy === by ? { ...escalation, heldSince: now } : undefined;
}

/**
 * Which call somebody answers who does not say which: the newest unanswered one that calls them, else the only one.
 * Of several others' calls none is guessed: answering the wrong one would let somebody sleep who is needed.
 */
export function callToAnswer(escalations: readonly Escalation[], by: PersonId): Result<Escalation, AcknowledgeRefusal> {
  const open = escalations.filter(awaitsAnswer);
  const own = open.findLast((escalation) => calledPeople(escalation).has(by));
  const [first, ...more] = open;
  if (own !== undefined) {
    return accept(own);
  }
  if (first === undefined) {
    return refuse({ kind: 'nothing-to-acknowledge' });
  }
  return more.length === 0 ? accept(first) : refuse({ kind: 'several-calls' });
}
