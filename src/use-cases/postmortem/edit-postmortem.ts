import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { RequesterInChannel } from '../request.ts';
import { type Narrative, writeNarrative } from './write-narrative.ts';

export type EditPostmortemRefusal = AlreadyHandled | NoIncidentHere;

/** Keeps what people wrote. */
export async function editPostmortem(
  ports: ChangePorts,
  request: RequesterInChannel & { readonly narrative: Narrative },
): Promise<Result<Incident, EditPostmortemRefusal>> {
  return change<Incident, EditPostmortemRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    await writeNarrative(records, { incident, narrative: request.narrative, by: request.personId, now });
    await audit(records, incident, { by: request.personId, now, action: 'edit-postmortem', details: {} });
    return accept(incident);
  });
}
