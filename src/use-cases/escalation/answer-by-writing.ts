import { awaitsAnswer, type Escalation, knownSince } from '../../domain/escalation/escalation.ts';
import type { PersonId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { type AlreadyHandled, change } from '../change.ts';
import type { RequesterInChannel } from '../request.ts';
import { type AcknowledgePorts, answer } from './acknowledge-escalation.ts';

export interface WrittenAnswer extends RequesterInChannel {
  readonly writtenAt: Instant;
}

/** Whoever was called and then writes in the incident's channel is there: that answers the call, unless it is their own. */
export async function answerByWriting(
  ports: AcknowledgePorts,
  request: WrittenAnswer,
): Promise<Result<readonly Escalation[], AlreadyHandled | { readonly kind: 'nothing-to-acknowledge' }>> {
  if (!ports.policy.writingAnswers || (await findWaiting(ports, request)).length === 0) {
    return refuse({ kind: 'nothing-to-acknowledge' });
  }
  return change<readonly Escalation[], { readonly kind: 'nothing-to-acknowledge' }>(
    ports,
    request,
    async (records, now) => {
      const incident = await records.incidents.findByChannel(request.teamId, request.channel);
      const escalations = incident === undefined ? [] : await records.escalations.list(incident.id);
      const answered: Escalation[] = [];
      for (const escalation of escalations.filter((one) => isWaitingFor(one, request))) {
        if (incident !== undefined) {
          const outcome = await answer(ports, records, { incident, escalation, request, now, at: request.writtenAt });
          answered.push(...(outcome.ok ? [outcome.value] : []));
        }
      }
      return accept(answered);
    },
  );
}

/** Outside of any transaction: most of what is written answers nothing. */
async function findWaiting(
  { database: { records } }: AcknowledgePorts,
  request: WrittenAnswer,
): Promise<readonly Escalation[]> {
  const incident = await records.incidents.findByChannel(request.teamId, request.channel);
  const escalations = incident === undefined ? [] : await records.escalations.list(incident.id);
  return escalations.filter((escalation) => isWaitingFor(escalation, request));
}

function isWaitingFor(
  escalation: Escalation,
  { personId, writtenAt }: { readonly personId: PersonId; readonly writtenAt: Instant },
): boolean {
  return (
    awaitsAnswer(escalation) &&
    personId !== escalation.requestedBy &&
    escalation.calls.some(
      (call) => call.personId === personId && call.state === 'delivered' && knownSince(call) <= writtenAt,
    )
  );
}
