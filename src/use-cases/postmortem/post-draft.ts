import type { IncidentId } from '../../domain/ids.ts';
import { attempt } from '../attempt.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import { writeFiles } from './write-files.ts';

/** Drafts the postmortem from the record as it is now and posts it in the incident's channel, unless it was reopened. */
export async function postDraft(
  ports: Pick<Ports, 'clock' | 'database' | 'directory' | 'messenger' | 'policy' | 'postmortemFiles'>,
  id: IncidentId,
  claimed: ClaimedWork,
): Promise<void> {
  const incident = await ports.database.records.incidents.find(id);
  if (incident?.channel === undefined) {
    throw new Error(`no incident ${id} with a channel`);
  }
  if (incident.status !== 'closed') {
    return;
  }
  const draft = await writeFiles(ports, incident, (ids) => knowPeople(ports, incident.teamId, ids));
  await ports.messenger.postDraft(incident.channel, draft, attempt(claimed));
}
