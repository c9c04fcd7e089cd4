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
import type { Records } from '../ports.ts';
import type { Requester, RequesterInChannel } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';

export type AcknowledgeEscalationRefusal = AlreadyHandled | NoIncidentHere | AcknowledgeRefusal;

/** Answers the call that is open in this incident's channel. */
export async function acknowledgeHere(
  ports: ChangePorts,
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
  ports: ChangePorts,
  request: Requester & { readonly escalationId: EscalationId },
): Promise<Result<Escalation, AcknowledgeEscalationRefusal>> {
  return change<Escalation, AcknowledgeEscalationRefusal>(ports, request, async (records, now) => {
    const escalation = await records.escalations.find(request.escalationId);
    const incident = escalation === undefined ? undefined : await records.incidents.find(escalation.incidentId);
    return answer(ports, records, { incident, escalation, request, now });
  });
}

async function answer(
  ports: ChangePorts,
  records: Records,
  call: {
    readonly incident: Incident | undefined;
    readonly escalation: Escalation | undefined;
    readonly request: Requester;
    readonly now: Instant;
  },
): Promise<Result<Escalation, AcknowledgeRefusal>> {
  const { incident, escalation, request, now } = call;
  if (incident === undefined || escalation === undefined) {
    return refuse({ kind: 'nothing-to-acknowledge' });
  }
  const acknowledged = acknowledge(escalation, request.personId, now);
  if (!acknowledged.ok) {
    return acknowledged;
  }
  await records.escalations.save(acknowledged.value);
  const waited = duration(millisecondsBetween(escalation.requestedAt, now));
  const event = await recordEvent(ports, records, {
    incident,
    kind: 'acknowledged',
    text: `Answered the call after ${waited}`,
    at: now,
    now,
    recordedBy: request.personId,
  });
  const refreshed = { kind: 'refresh-escalation', escalationId: escalation.id, eventId: event?.id } as const;
  await enqueue(records, incident.id, now, refreshed);
  await audit(records, incident, {
    by: request.personId,
    now,
    action: 'acknowledge-escalation',
    details: { escalation: escalation.id },
  });
  return accept(acknowledged.value);
}
