import type { Incident } from '../../domain/incident/incident.ts';
import { close, type StatusRefusal } from '../../domain/incident/status.ts';
import { accept, type Result } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { endCalls } from '../escalation/end-calls.ts';
import { askToRefresh } from '../incident/ask-to-refresh.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { RequesterInChannel } from '../request.ts';
import type { NotCorrectable } from '../timeline/find-for-correction.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { type Settlement, settle } from '../timeline/settle-mitigations.ts';
import { type Narrative, writeNarrative } from './write-narrative.ts';

export interface CloseIncident extends RequesterInChannel {
  readonly narrative: Narrative;
  /** What became of the mitigations that were open. */
  readonly settlements: readonly Settlement[];
}

export type CloseIncidentRefusal = AlreadyHandled | NoIncidentHere | StatusRefusal | NotCorrectable;

/** Ends an incident: keeps what people wrote, drafts the postmortem, and tells every owner what is theirs. */
export async function closeIncident(
  ports: ChangePorts,
  request: CloseIncident,
): Promise<Result<Incident, CloseIncidentRefusal>> {
  return change<Incident, CloseIncidentRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const closed = close(found.value, now);
    if (!closed.ok) {
      return closed;
    }
    const { settlements, personId } = request;
    const settled = await settle(ports, records, { settlements, by: personId, now });
    if (!settled.ok) {
      return settled;
    }
    const incident = closed.value;
    await records.incidents.save(incident);
    await writeNarrative(records, { incident, narrative: request.narrative, by: request.personId, now });
    await recordEvent(ports, records, {
      incident,
      kind: 'closed',
      text: 'Closed; the postmortem was drafted',
      at: now,
      now,
      recordedBy: request.personId,
    });
    await endCalls(records, incident, now);
    await askToRefresh(records, incident.id, now);
    await enqueue(
      records,
      incident.id,
      now,
      { kind: 'post-draft', incidentId: incident.id },
      { kind: 'tell-owners', incidentId: incident.id },
    );
    await audit(records, incident, { by: request.personId, now, action: 'close-incident', details: {} });
    return accept(incident);
  });
}
