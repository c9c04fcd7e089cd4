import type { Escalation } from '../../domain/escalation/escalation.ts';
import { isStepOver } from '../../domain/escalation/progress.ts';
import type { Records } from '../ports.ts';
import { callNext, type Progress, type StepPorts } from './call-step.ts';

/** Calls the next at once where waiting for this step is of no use any more. `escalation` is stored already. */
export async function settleStep(
  ports: StepPorts,
  records: Records,
  progress: Progress & { readonly why: string },
): Promise<Escalation> {
  const { escalation } = progress;
  return escalation.state === 'calling' && isStepOver(escalation) ? callNext(ports, records, progress) : escalation;
}
