import type { Instant } from '../time.ts';
import type { Escalation, Position } from './escalation.ts';
import { isTargetLost, positionAfter, stepAt, stepEndsAt } from './progress.ts';
import type { Target } from './target.ts';

/** What happens unless somebody answers before. */
export interface NextCall {
  readonly at: Instant;
  /** Missing where nobody is left to call then. */
  readonly position: Position | undefined;
  readonly targets: readonly Target[];
}

/** Undefined unless it is calling. */
export function nextCall(escalation: Escalation): NextCall | undefined {
  const { state, plan, position } = escalation;
  const at = stepEndsAt(escalation);
  if (state !== 'calling' || at === undefined) {
    return undefined;
  }
  for (let next = positionAfter(plan, position); next !== undefined; next = positionAfter(plan, next)) {
    const targets = (stepAt(plan, next)?.targets ?? []).filter((target) => !isTargetLost(escalation, target));
    if (targets.length > 0) {
      return { at, position: next, targets };
    }
  }
  return { at, position: undefined, targets: [] };
}
