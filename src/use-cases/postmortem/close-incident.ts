import type { Incident } from '../../domain/incident/incident.ts';
import { close, type StatusRefusal } from '../../domain/incident/status.ts';
import { accept, type Result } from '../../domain/result.ts';
import { askToScheduleIncident } from '../action-items/schedule-reminders.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { endCalls } from '../escalation/end-calls.ts';
import { askToRefresh } from '../incident/ask-to-refresh.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { RequesterInChannel } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';

export type CloseIncidentRefusal = AlreadyHandled | NoIncidentHere | StatusRefusal;

/** Ends an incident: drafts the postmortem, and may make whoever closes it the one who hears of its action items. */
export async function closeIncident(
  ports: ChangePorts,
  request: RequesterInChannel,
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
    await askToScheduleIncident(records, incident.id, now);
    await enqueue(records, incident.id, now, { kind: 'post-draft', incidentId: incident.id });
    await audit(records, incident, { by: request.personId, now, action: 'close-incident', details: {} });
    return accept(incident);
  });
}
