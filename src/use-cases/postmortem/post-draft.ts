import type { IncidentId } from '../../domain/ids.ts';
import { checkRecord } from '../../domain/postmortem/check/check-record.ts';
import { draftPostmortem } from '../../domain/postmortem/draft-postmortem.ts';
import { attempt } from '../attempt.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Ports } from '../ports.ts';
import { readTranscript } from '../transcript/read-transcript.ts';
import type { ClaimedWork } from '../work.ts';
import { readRecord } from './read-record.ts';

/** Drafts the postmortem from the record as it is now and posts it in the incident's channel, unless it was reopened. */
export async function postDraft(
  ports: Pick<Ports, 'clock' | 'database' | 'directory' | 'messenger' | 'policy' | 'postmortemFiles'>,
  id: IncidentId,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const incident = await records.incidents.find(id);
  if (incident?.channel === undefined) {
    throw new Error(`no incident ${id} with a channel`);
  }
  if (incident.status !== 'closed') {
    return;
  }
  const record = await readRecord(records, incident, (ids) => knowPeople(ports, incident.teamId, ids));
  const postmortem = draftPostmortem({ ...record, images: await records.files.listImages(id) });
  const findings = checkRecord(record, postmortem, ports.clock.now());
  const transcript = await readTranscript(ports, incident, record.zone);
  const files = ports.postmortemFiles.write(postmortem, findings, transcript);
  await ports.messenger.postDraft(incident.channel, { incident, postmortem, findings, files }, attempt(claimed));
}
