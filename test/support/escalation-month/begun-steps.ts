import {
  type Call,
  type Escalation,
  isGroupCall,
  type Plan,
  type Position,
} from '../../../src/domain/escalation/escalation.ts';
import type { Target } from '../../../src/domain/escalation/target.ts';
import { addMilliseconds, type Instant, MINUTE } from '../../../src/domain/time.ts';

export interface BegunStep extends Position {
  readonly at: Instant;
  readonly calls: readonly Call[];
  readonly waitMilliseconds: number;
  /** When its time was over. */
  readonly until: Instant;
}

/** The steps that made calls, in the order in which they began. */
export function begunSteps({ calls, plan }: Escalation): readonly BegunStep[] {
  const steps = plannedSteps(plan).flatMap(({ round, step }) => {
    const made = calls.filter((call) => call.round === round && call.step === step);
    const at = made.map(({ calledAt }) => calledAt).sort()[0];
    const wait = (plan.steps[step - 1]?.waitMinutes ?? 0) * MINUTE;
    const reached = made.filter((call) => !isGroupCall(call)).flatMap(({ deliveredAt }) => deliveredAt ?? []);
    const [first] = reached.sort();
    // Its minutes count from when the first in it was reached; for a system outside alone nobody waits longer.
    const isOutside = made.every(({ target }) => target.kind === 'webhook');
    const [nextAt] = calls
      .filter((call) => !made.includes(call) && at !== undefined && call.calledAt > at)
      .map(({ calledAt }) => calledAt)
      .sort();
    const isTooLate =
      at !== undefined &&
      first !== undefined &&
      isOutside &&
      first >= addMilliseconds(at, wait) &&
      // Unless nobody looked before it was reached: what is due together comes in any order.
      (nextAt === undefined || nextAt < addMilliseconds(first, wait));
    const from = isTooLate ? at : (first ?? at);
    return at === undefined || from === undefined
      ? []
      : [{ round, step, at, calls: made, waitMilliseconds: wait, until: addMilliseconds(from, wait) }];
  });
  return steps.sort((one, other) => Number(one.at > other.at) - Number(one.at < other.at));
}

/** Every step of the plan, in its order. */
export function plannedSteps({ steps, rounds }: Plan): readonly (Position & { readonly targets: readonly Target[] })[] {
  return Array.from({ length: rounds }, (_, round) =>
    steps.map(({ targets }, step) => ({ round: round + 1, step: step + 1, targets })),
  ).flat();
}
