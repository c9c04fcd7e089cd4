import type { Call, Escalation, Plan, Position } from '../../../src/domain/escalation/escalation.ts';
import type { Target } from '../../../src/domain/escalation/target.ts';
import { addMilliseconds, type Instant, MINUTE } from '../../../src/domain/time.ts';

export interface BegunStep extends Position {
  readonly at: Instant;
  readonly calls: readonly Call[];
  /** When its time was over. */
  readonly until: Instant;
}

/** The steps that made calls, in the order in which they did. */
export function begunSteps({ calls, plan }: Escalation): readonly BegunStep[] {
  const steps: BegunStep[] = [];
  for (const first of calls) {
    if (!steps.some((step) => step.round === first.round && step.step === first.step)) {
      const of = calls.filter((call) => call.round === first.round && call.step === first.step);
      const wait = (plan.steps[first.step - 1]?.waitMinutes ?? 0) * MINUTE;
      const { round, step, calledAt: at } = first;
      steps.push({ round, step, at, calls: of, until: addMilliseconds(at, wait) });
    }
  }
  return steps;
}

/** Every step of the plan, in its order. */
export function plannedSteps({ steps, rounds }: Plan): readonly (Position & { readonly targets: readonly Target[] })[] {
  return Array.from({ length: rounds }, (_, round) =>
    steps.map(({ targets }, step) => ({ round: round + 1, step: step + 1, targets })),
  ).flat();
}
