import type { IncidentId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Status } from '../../domain/incident/status.ts';
import { type Result, refuse } from '../../domain/result.ts';
import { attempt } from '../attempt.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { readIncident } from '../incident/deliver-incident.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Ports } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import type { ClaimedWork } from '../work.ts';
import { writeFiles } from './write-files.ts';

export type AskForFilesRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | { readonly kind: 'no-postmortem-yet'; readonly status: Status };

/** Somebody wants the files as they would be now. */
export async function askForFiles(
  ports: ChangePorts,
  request: RequesterInChannel,
): Promise<Result<Incident, AskForFilesRefusal>> {
  return change<Incident, AskForFilesRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const { id: incidentId, status } = found.value;
    if (status !== 'closed') {
      return refuse({ kind: 'no-postmortem-yet', status });
    }
    await enqueue(records, incidentId, now, { kind: 'post-postmortem-files', incidentId });
    return found;
  });
}

/** Posts the postmortem's files in the incident's channel, as they are now. */
export async function postFiles(
  ports: Pick<Ports, 'clock' | 'database' | 'directory' | 'messenger' | 'policy' | 'postmortemFiles'>,
  id: IncidentId,
  claimed: ClaimedWork,
): Promise<void> {
  const incident = await readIncident(ports, id);
  if (incident.channel === undefined || incident.status !== 'closed') {
    return;
  }
  const { files } = await writeFiles(ports, incident, (ids) => knowPeople(ports, incident.teamId, ids));
  await ports.messenger.postFiles(incident.channel, files, attempt(claimed));
}
