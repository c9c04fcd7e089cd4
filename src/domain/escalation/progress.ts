import type { PersonId } from '../ids.ts';
import { addMilliseconds, type Instant, MINUTE, millisecondsBetween } from '../time.ts';
import { type Call, type Escalation, isGroupCall, type Plan, type Position } from './escalation.ts';
import type { Step } from './escalation-policy.ts';
import { isSameTarget, type Target } from './target.ts';

export const FIRST: Position = { round: 1, step: 1 };

/** The step after this one; the first of the next round after the last; none after the last round. */
export function positionAfter({ steps, rounds }: Plan, { round, step }: Position): Position | undefined {
  if (step < steps.length) {
    return { round, step: step + 1 };
  }
  return round < rounds ? { round: round + 1, step: 1 } : undefined;
}

export function isAt(place: Position, { round, step }: Position): boolean {
  return place.round === round && place.step === step;
}

/** Undefined where the plan has no such step. */
export function stepAt({ steps }: Plan, { step }: Position): Step | undefined {
  return steps[step - 1];
}

/**
 * When the time of the step is over: its minutes count from when the first in it was reached. Undefined while nobody was
 * whom the chat system may still reach.
 */
export function stepEndsAt({ plan, position, calls }: Escalation): Instant | undefined {
  const made = calls.filter((call) => isAt(call, position) && !isGroupCall(call));
  const [reachedAt] = made.flatMap(({ deliveredAt }) => deliveredAt ?? []).sort();
  const isOnItsWay = calls.some(
    (call) => isAt(call, position) && call.state === 'pending' && call.target.kind !== 'webhook',
  );
  const from = reachedAt ?? (isOnItsWay ? undefined : stepBeganAt({ position, calls }));
  return from && addMilliseconds(from, (stepAt(plan, position)?.waitMinutes ?? 0) * MINUTE);
}

export function stepBeganAt({ position, calls }: Pick<Escalation, 'position' | 'calls'>): Instant | undefined {
  return calls.find((call) => isAt(call, position))?.calledAt;
}

/** Whoever said that they cannot, and what could not be reached, is not called again. */
export function isLost({ calls }: Escalation, { target, personId }: Pick<Call, 'target' | 'personId'>): boolean {
  return calls.some(
    (call) =>
      (call.state === 'passed-on' || call.state === 'failed') &&
      call.personId === personId &&
      (personId !== undefined || isSameTarget(call.target, target)),
  );
}

/**
 * Whether waiting on for this step is of no use: nobody whom it called can answer any more, or those who can may not
 * notice, and there is somebody else to call in this round.
 */
export function isStepOver(escalation: Escalation): boolean {
  const { plan, position, calls } = escalation;
  const hopes = calls.filter((call) => isAt(call, position) && mayAnswer(call));
  const others = plan.steps.slice(position.step).flatMap(({ targets }) => targets);
  const isLast = others.every((target) => isTargetLost(escalation, target));
  return hopes.every(({ isQuiet }) => isQuiet && !isLast);
}

/** The same of what a step names, before anybody knows who a group's members are. */
export function isTargetLost(escalation: Escalation, target: Target): boolean {
  return isLost(escalation, { target, personId: target.kind === 'person' ? target.id : undefined });
}

function mayAnswer(call: Call): boolean {
  return call.state === 'pending' || (call.state === 'delivered' && !isGroupCall(call));
}

/**
 * The call that somebody asked to get later, where its time is now: a step that begins now and calls them too is told by
 * it, so that they are not called twice at once.
 */
export function askedForNow(
  { calls }: Pick<Escalation, 'calls'>,
  personId: PersonId | undefined,
  now: Instant,
): Call | undefined {
  const again = personId && calls.findLast((call) => call.personId === personId && isAskedFor(calls, call));
  if (!again || again.calledAt > now) {
    return undefined;
  }
  const isJustMade = again.state === 'delivered' && millisecondsBetween(again.calledAt, now) < MINUTE;
  return again.state === 'pending' || isJustMade ? again : undefined;
}

/** Only whoever asks for it is called twice in one step. */
function isAskedFor(calls: readonly Call[], call: Call): boolean {
  return calls.some((other) => other.id < call.id && other.personId === call.personId && isAt(other, call));
}

/** Goes on to a step; its calls are made from now on. */
export function moveTo(escalation: Escalation, position: Position): Escalation {
  return { ...escalation, state: 'calling', position };
}

/** Nobody is left to call. */
export function giveUp(escalation: Escalation): Escalation {
  return { ...escalation, state: 'unanswered' };
}

/** Undefined where it had ended before. */
export function end(escalation: Escalation, now: Instant): Escalation | undefined {
  return escalation.state === 'ended' ? undefined : { ...escalation, state: 'ended', endedAt: now };
}
