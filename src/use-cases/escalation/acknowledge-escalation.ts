import { type AcknowledgeRefusal, acknowledge, callToAnswer } from '../../domain/escalation/acknowledge.ts';
import type { Escalation } from '../../domain/escalation/escalation.ts';
import type { EscalationId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { duration, type Instant, millisecondsBetween } from '../../domain/time.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Ports, Records } from '../ports.ts';
import type { Requester, RequesterInChannel } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { askAgainLater, updateCalls } from './follow-answer.ts';
import { showEscalation } from './show-escalation.ts';

export type AcknowledgePorts = ChangePorts & Pick<Ports, 'policy'>;

export type AcknowledgeEscalationRefusal = AlreadyHandled | NoIncidentHere | AcknowledgeRefusal;

/** Answers the call that is open in this incident's channel. */
export async function acknowledgeHere(
  ports: AcknowledgePorts,
  request: RequesterInChannel,
): Promise<Result<Escalation, AcknowledgeEscalationRefusal>> {
  return change<Escalation, AcknowledgeEscalationRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const call = callToAnswer(await records.escalations.list(found.value.id), request.personId);
    return call.ok
      ? answer(ports, records, { incident: found.value, escalation: call.value, request, now })
      : refuse(call.refusal);
  });
}

/** Answers one call, by its button. */
export async function acknowledgeEscalation(
  ports: AcknowledgePorts,
  request: Requester & { readonly escalationId: EscalationId },
): Promise<Result<Escalation, AcknowledgeEscalationRefusal>> {
  return change<Escalation, AcknowledgeEscalationRefusal>(ports, request, async (records, now) => {
    const escalation = await records.escalations.find(request.escalationId);
    const incident = escalation === undefined ? undefined : await records.incidents.find(escalation.incidentId);
    return escalation === undefined || incident === undefined
      ? refuse({ kind: 'nothing-to-acknowledge' })
      : answer(ports, records, { incident, escalation, request, now });
  });
}

/** Notes the answer, in the caller's transaction. */
export async function answer(
  ports: AcknowledgePorts,
  records: Records,
  given: {
    readonly incident: Incident;
    readonly escalation: Escalation;
    readonly request: Requester;
    readonly now: Instant;
    /** When it was said, where that is before we heard it. */
    readonly at?: Instant;
  },
): Promise<Result<Escalation, AcknowledgeRefusal>> {
  const { incident, escalation, request, now, at = now } = given;
  const { personId } = request;
  const acknowledged = acknowledge(escalation, personId, at);
  if (!acknowledged.ok) {
    return acknowledged;
  }
  const answered = acknowledged.value;
  await records.escalations.save(answered);
  const event = await recordEvent(ports, records, {
    incident,
    kind: 'acknowledged',
    text: `Answered the call after ${duration(millisecondsBetween(escalation.requestedAt, at))}`,
    at,
    now,
    recordedBy: personId,
    about: escalation.eventId,
  });
  await showEscalation(records, escalation, now, event?.id);
  await updateCalls(records, answered, now);
  if (!(await records.members.has(incident.id, personId))) {
    const lane = `escalation:${escalation.id}:invite:${personId}`;
    await enqueue(records, lane, now, { kind: 'invite', incidentId: incident.id, personId });
  }
  await askAgainLater(ports, records, { incident, escalation: answered, now });
  await audit(records, incident, {
    by: personId,
    now,
    action: 'acknowledge-escalation',
    details: { escalation: escalation.id },
  });
  return accept(answered);
}
