import type { Incident } from '../../domain/incident/incident.ts';
import { close, type StatusRefusal } from '../../domain/incident/status.ts';
import { accept, type Result } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { RequesterInChannel } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { type Narrative, writeNarrative } from './write-narrative.ts';

export interface CloseIncident extends RequesterInChannel {
  readonly narrative: Narrative;
}

export type CloseIncidentRefusal = AlreadyHandled | NoIncidentHere | StatusRefusal;

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
    await enqueue(
      records,
      incident.id,
      now,
      { kind: 'refresh-card', incidentId: incident.id },
      { kind: 'publish-postmortem', incidentId: incident.id },
      { kind: 'tell-owners', incidentId: incident.id },
    );
    await audit(records, incident, { by: request.personId, now, action: 'close-incident', details: {} });
    return accept(incident);
  });
}
