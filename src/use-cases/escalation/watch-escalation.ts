import type { Escalation, Position } from '../../domain/escalation/escalation.ts';
import { isAt, positionAfter, stepAt, stepBeganAt, stepEndsAt } from '../../domain/escalation/progress.ts';
import type { EscalationId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import { addMilliseconds, duration, type Instant, MINUTE, millisecondsBetween } from '../../domain/time.ts';
import type { ChangePorts } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import { callNext, watch } from './call-step.ts';
import { findEscalation } from './find-call.ts';
import { lateness } from './lateness.ts';

/** So long beyond its time a step waits for the chat system to take its calls: while that is down, nobody else is reached. */
const PATIENCE_MINUTES = 10;

/**
 * The time of a step is over: calls the next, unless somebody answered or the escalation went on before. Whoever was
 * reached late has their minutes from then; and before somebody was, nobody can have failed to answer.
 */
export async function watchEscalation(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  { escalationId, round, step }: Position & { readonly escalationId: EscalationId },
  { runAt }: Pick<ClaimedWork, 'runAt'>,
): Promise<void> {
  await ports.database.transaction(async (records) => {
    const found = await findEscalation(records, escalationId);
    if (found?.escalation.state !== 'calling' || !isAt(found.escalation.position, { round, step })) {
      return accept(undefined);
    }
    const { incident, escalation } = found;
    const now = ports.clock.now();
    const later = waitsUntil(escalation, { runAt, now });
    if (later !== undefined) {
      await watch(records, escalation, later);
      return accept(undefined);
    }
    const why = `${whatWas(escalation, now)}${lateness(runAt, now)}`;
    await callNext(ports, records, { incident, escalation, now, why });
    return accept(undefined);
  });
  ports.wake();
}

/** Undefined where it goes on now. After the last step nothing comes that would be worth more than waiting. */
function waitsUntil(
  escalation: Escalation,
  { runAt, now }: { readonly runAt: Instant; readonly now: Instant },
): Instant | undefined {
  const { plan, position } = escalation;
  const endsAt = stepEndsAt(escalation);
  if (endsAt !== undefined) {
    return endsAt > now ? endsAt : undefined;
  }
  const minutes = (stepAt(plan, position)?.waitMinutes ?? 0) + PATIENCE_MINUTES;
  // By when it was to look, not by now: while the bot stood still it had no chance to reach anybody.
  const isPatient = millisecondsBetween(stepBeganAt(escalation) ?? runAt, runAt) < minutes * MINUTE;
  const isLast = positionAfter(plan, position) === undefined;
  return isPatient || isLast ? addMilliseconds(now, MINUTE) : undefined;
}

function whatWas(escalation: Escalation, now: Instant): string {
  const { plan, position } = escalation;
  const step = stepAt(plan, position);
  if (step === undefined) {
    return 'Nobody had been called';
  }
  const began = stepBeganAt(escalation) ?? now;
  return stepEndsAt(escalation) === undefined
    ? `Nobody could be reached in ${duration(millisecondsBetween(began, now))}`
    : `Nobody answered in ${step.waitMinutes} min`;
}
