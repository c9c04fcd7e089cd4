import type { PersonId, TeamId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Ports } from '../ports.ts';

/** More than anybody reads. */
const MOST = 100;

/** The open incidents that this person may see, newest first. */
export async function listIncidents(
  ports: Pick<Ports, 'database'>,
  asker: { readonly teamId: TeamId; readonly personId: PersonId },
): Promise<readonly Incident[]> {
  return ports.database.records.incidents.listOpen(asker.teamId, asker.personId, MOST);
}
