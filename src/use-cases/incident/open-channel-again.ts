import type { IncidentId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import type { Requester } from '../request.ts';

export type OpenChannelAgainRefusal = AlreadyHandled | { readonly kind: 'no-such-incident' };

/** Asks once more for the channel of an incident that has none; nothing else can be done with it until then. */
export async function openChannelAgain(
  ports: ChangePorts,
  request: Requester & { readonly incidentId: IncidentId },
): Promise<Result<Incident, OpenChannelAgainRefusal>> {
  return change<Incident, OpenChannelAgainRefusal>(ports, request, async (records, now) => {
    const { incidentId, personId } = request;
    const incident = await records.incidents.find(incidentId);
    if (incident === undefined || incident.teamId !== request.teamId) {
      return refuse({ kind: 'no-such-incident' });
    }
    if (incident.channel === undefined) {
      const answerTo = { personId, responseUrl: undefined };
      await enqueue(records, incidentId, now, { kind: 'open-channel', incidentId, answerTo });
      await audit(records, incident, { by: personId, now, action: 'open-channel-again', details: {} });
    }
    return accept(incident);
  });
}
