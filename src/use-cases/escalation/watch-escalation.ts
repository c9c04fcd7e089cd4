import type { Escalation, Position } from '../../domain/escalation/escalation.ts';
import { isAt, stepAt } from '../../domain/escalation/progress.ts';
import type { EscalationId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { ChangePorts } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import { callNext } from './call-step.ts';
import { findEscalation } from './find-call.ts';
import { lateness } from './lateness.ts';

/** The time of a step is over: calls the next, unless somebody answered or the escalation went on before. */
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
    const why = `${whatWas(escalation)}${lateness(runAt, now)}`;
    await callNext(ports, records, { incident, escalation, now, why });
    return accept(undefined);
  });
  ports.wake();
}

function whatWas({ plan, position }: Escalation): string {
  const step = stepAt(plan, position);
  return step === undefined ? 'Nobody had been called' : `Nobody answered in ${step.waitMinutes} min`;
}
