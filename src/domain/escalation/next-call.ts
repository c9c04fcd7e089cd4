import { addMilliseconds, type Instant, MINUTE } from '../time.ts';
import type { Escalation, Position } from './escalation.ts';
import { isAt, positionAfter, stepAt } from './progress.ts';
import type { Target } from './target.ts';

/** What happens unless somebody answers before. */
export interface NextCall {
  readonly at: Instant;
  /** Missing where nobody is left to call then. */
  readonly position: Position | undefined;
  readonly targets: readonly Target[];
}

/** Undefined unless it is calling. */
export function nextCall({ state, plan, position, calls }: Escalation): NextCall | undefined {
  const began = calls.find((call) => isAt(call, position))?.calledAt;
  const step = stepAt(plan, position);
  if (state !== 'calling' || began === undefined || step === undefined) {
    return undefined;
  }
  const next = positionAfter(plan, position);
  return {
    at: addMilliseconds(began, step.waitMinutes * MINUTE),
    position: next,
    targets: next === undefined ? [] : (stepAt(plan, next)?.targets ?? []),
  };
}
