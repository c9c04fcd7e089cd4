import type { Incident } from '../../domain/incident/incident.ts';
import { checkRecordFor } from '../../domain/postmortem/check/check-record.ts';
import type { Finding } from '../../domain/postmortem/check/finding.ts';
import { draftPostmortem } from '../../domain/postmortem/draft-postmortem.ts';
import type { Postmortem } from '../../domain/postmortem/postmortem.ts';
import type { IncidentRecord } from '../../domain/postmortem/record.ts';
import { accept, type Result } from '../../domain/result.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Ports } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { readRecord } from './read-record.ts';

export interface ShownPostmortem {
  readonly incident: Incident;
  readonly record: IncidentRecord;
  readonly postmortem: Postmortem;
  readonly findings: readonly Finding[];
}

/** The draft as it would be now, and what it still lacks, told to whoever asks: some findings are for nobody else. */
export async function showPostmortem(
  ports: Pick<Ports, 'database' | 'clock'>,
  request: RequesterInChannel,
): Promise<Result<ShownPostmortem, NoIncidentHere>> {
  const { records } = ports.database;
  const found = await findIncidentHere(records, request);
  if (!found.ok) {
    return found;
  }
  const record = await readRecord(records, found.value, (ids) => records.people.find(request.teamId, ids));
  const postmortem = draftPostmortem(record);
  const findings = checkRecordFor(request.personId, record, postmortem, ports.clock.now());
  return accept({ incident: found.value, record, postmortem, findings });
}
