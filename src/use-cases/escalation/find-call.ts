import type { Call, Escalation } from '../../domain/escalation/escalation.ts';
import type { CallId, EscalationId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Records } from '../ports.ts';

export interface FoundEscalation {
  readonly escalation: Escalation;
  readonly incident: Incident;
}

export async function findEscalation(records: Records, id: EscalationId): Promise<FoundEscalation | undefined> {
  const escalation = await records.escalations.find(id);
  const incident = escalation && (await records.incidents.find(escalation.incidentId));
  return escalation && incident && { escalation, incident };
}

/** For work, which is stored with what it is about. */
export async function readEscalation(records: Records, id: EscalationId): Promise<FoundEscalation> {
  const found = await findEscalation(records, id);
  if (found === undefined) {
    throw new Error(`no escalation ${id}`);
  }
  return found;
}

export async function readCall(
  records: Records,
  { escalationId, callId }: { readonly escalationId: EscalationId; readonly callId: CallId },
): Promise<FoundEscalation & { readonly call: Call }> {
  const found = await readEscalation(records, escalationId);
  const call = found.escalation.calls.find(({ id }) => id === callId);
  if (call === undefined) {
    throw new Error(`no call ${callId}`);
  }
  return { ...found, call };
}

/** The escalation with that call changed. */
export function withCall(escalation: Escalation, changed: Call): Escalation {
  return { ...escalation, calls: escalation.calls.map((call) => (call.id === changed.id ? changed : call)) };
}
