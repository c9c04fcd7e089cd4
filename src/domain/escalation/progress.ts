import type { Instant } from '../time.ts';
import { type Call, type Escalation, isGroupCall, type Plan, type Position } from './escalation.ts';
import type { Step } from './escalation-policy.ts';
import type { Target } from './target.ts';

export const FIRST: Position = { round: 1, step: 1 };

/** The step after this one; the first of the next round after the last; none after the last round. */
export function positionAfter({ steps, rounds }: Plan, { round, step }: Position): Position | undefined {
  if (step < steps.length) {
    return { round, step: step + 1 };
  }
  return round < rounds ? { round: round + 1, step: 1 } : undefined;
}

export function isAt(call: Position, { round, step }: Position): boolean {
  return call.round === round && call.step === step;
}

/** Undefined where the plan has no such step. */
export function stepAt({ steps }: Plan, { step }: Position): Step | undefined {
  return steps[step - 1];
}

/** Whoever said that they cannot, and what could not be reached, is not called again. */
export function isLost({ calls }: Escalation, { target, personId }: Pick<Call, 'target' | 'personId'>): boolean {
  return calls.some(
    (call) =>
      (call.state === 'passed-on' || call.state === 'failed') &&
      call.personId === personId &&
      (personId !== undefined || JSON.stringify(call.target) === JSON.stringify(target)),
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

/** Goes on to a step; its calls are made from now on. */
export function moveTo(escalation: Escalation, position: Position): Escalation {
  return { ...escalation, state: 'calling', position, heldBy: undefined, heldSince: undefined };
}

/** Nobody is left to call. */
export function giveUp(escalation: Escalation): Escalation {
  return { ...escalation, state: 'unanswered', heldBy: undefined, heldSince: undefined };
}

/** Undefined where it had ended before. */
export function end(escalation: Escalation, now: Instant): Escalation | undefined {
  return escalation.state === 'ended' ? undefined : { ...escalation, state: 'ended', endedAt: now };
}
