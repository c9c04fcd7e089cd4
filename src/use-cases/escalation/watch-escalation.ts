import type { Position } from '../../domain/escalation/escalation.ts';
import { stepAt } from '../../domain/escalation/progress.ts';
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
    const position = found?.escalation.position;
    if (found?.escalation.state !== 'calling' || position?.round !== round || position.step !== step) {
      return accept(undefined);
    }
    const { incident, escalation } = found;
    const now = ports.clock.now();
    const waited = `${stepAt(escalation.plan, escalation.position)?.waitMinutes ?? 0} min`;
    const why = `Nobody answered in ${waited}${lateness(runAt, now)}`;
    await callNext(ports, records, { incident, escalation, now, why });
    return accept(undefined);
  });
  ports.wake();
}
