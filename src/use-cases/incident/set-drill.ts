import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { askToRedraft } from '../postmortem/ask-to-redraft.ts';
import { askForDeadline } from '../postmortem/review/deadline-work.ts';
import type { RequesterInChannel } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { askToRefresh } from './ask-to-refresh.ts';
import { findIncidentHere, type NoIncidentHere } from './find-incident-here.ts';

export interface SetDrill extends RequesterInChannel {
  readonly isDrill: boolean;
  readonly reason: string;
}

export type SetDrillRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | { readonly kind: 'drill-unchanged'; readonly isDrill: boolean };

/** A drill became real, or an incident turned out to be one; also when it is over, for the statistics' sake. */
export async function setDrill(ports: ChangePorts, request: SetDrill): Promise<Result<Incident, SetDrillRefusal>> {
  return change<Incident, SetDrillRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const { isDrill, reason, personId } = request;
    if (found.value.isDrill === isDrill) {
      return refuse({ kind: 'drill-unchanged', isDrill });
    }
    const incident = { ...found.value, isDrill };
    await records.incidents.save(incident);
    const steps = isDrill ? 'real → drill' : 'drill → real';
    const event = await recordEvent(ports, records, {
      incident,
      kind: 'status-changed',
      text: reason === '' ? steps : `${steps}: ${reason}`,
      at: now,
      now,
      recordedBy: personId,
    });
    if (event !== undefined) {
      await enqueue(records, incident.id, now, { kind: 'post-event-line', eventId: event.id });
    }
    await askToRefresh(records, incident.id, now);
    await askForDeadline(records, incident.id, now);
    await askToRedraft(records, incident, now);
    const details = { isDrill, reason: reason === '' ? null : reason };
    await audit(records, incident, { by: personId, now, action: 'set-drill', details });
    return accept(incident);
  });
}
