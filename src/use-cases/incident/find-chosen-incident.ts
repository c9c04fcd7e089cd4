import type { IncidentId, PersonId, TeamId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { maySee } from '../people/may-see.ts';
import type { Records } from '../ports.ts';

export interface NoSuchIncident {
  readonly kind: 'no-such-incident';
}

/** An incident that somebody chose, in any channel. A private one is there only for those who are in its channel. */
export async function findChosenIncident(
  records: Records,
  asker: { readonly teamId: TeamId; readonly personId: PersonId },
  id: IncidentId,
): Promise<Result<Incident, NoSuchIncident>> {
  const incident = await records.incidents.find(id);
  return incident?.teamId === asker.teamId && (await maySee(records, incident, asker.personId))
    ? accept(incident)
    : refuse({ kind: 'no-such-incident' });
}
