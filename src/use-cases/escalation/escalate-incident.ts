import type { Escalation } from '../../domain/escalation/escalation.ts';
import { escalationId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Party, PersonRefusal } from '../../domain/people/person.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { findOpenIncidentHere, type IncidentClosed, type NoIncidentHere } from '../incident/find-incident-here.ts';
import { checkParty } from '../people/check-party.ts';
import type { Records } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';

export interface EscalateIncident extends RequesterInChannel {
  readonly target: Party | undefined;
  /** What people call the target, for the timeline: `Ana`, `@dba`. */
  readonly targetName: string;
  readonly reason: string;
}

export type EscalateRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | PersonRefusal
  | { readonly kind: 'nobody-to-call' }
  | IncidentClosed;

/** Calls a person, or each member of a group, once: in the channel and by direct message. */
export async function escalateIncident(
  ports: ChangePorts,
  request: EscalateIncident,
): Promise<Result<Escalation, EscalateRefusal>> {
  const { target } = request;
  if (target === undefined) {
    return refuse({ kind: 'nobody-to-call' });
  }

  return change<Escalation, EscalateRefusal>(ports, request, async (records, now) => {
    const found = await findOpenIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const party = await checkParty(records, request.teamId, target);
    if (!party.ok) {
      return party;
    }

    const escalation: Escalation = {
      id: escalationId(ports.ids.next()),
      incidentId: incident.id,
      target,
      called: target.kind === 'person' ? [target.id] : [],
      reason: request.reason.trim(),
      requestedBy: request.personId,
      requestedAt: now,
      acknowledgedBy: undefined,
      acknowledgedAt: undefined,
      message: undefined,
    };
    await records.escalations.add(escalation);
    await recordCall(ports, records, { incident, escalation, request, now });
    return accept(escalation);
  });
}

async function recordCall(
  ports: ChangePorts,
  records: Records,
  call: {
    readonly incident: Incident;
    readonly escalation: Escalation;
    readonly request: EscalateIncident;
    readonly now: Instant;
  },
): Promise<void> {
  const { incident, escalation, request, now } = call;
  const called = `Escalated to ${request.targetName}`;
  const event = await recordEvent(ports, records, {
    incident,
    kind: 'escalation',
    text: escalation.reason === '' ? called : `${called}: ${escalation.reason}`,
    at: now,
    now,
    recordedBy: request.personId,
  });
  const posted = { kind: 'post-escalation', escalationId: escalation.id, eventId: event?.id } as const;
  await enqueue(records, incident.id, now, posted);
  // A lane of its own: whoever is called must not wait for a card that Slack is slow to take.
  await enqueue(
    records,
    `escalation:${escalation.id}`,
    now,
    escalation.target.kind === 'person'
      ? { kind: 'call-person', escalationId: escalation.id, personId: escalation.target.id }
      : { kind: 'call-group', escalationId: escalation.id },
  );
  await audit(records, incident, {
    by: request.personId,
    now,
    action: 'escalate-incident',
    details: { escalation: escalation.id, target: escalation.target.id },
  });
}
