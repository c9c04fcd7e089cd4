import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Person } from '../../domain/people/person.ts';
import { checkRecord } from '../../domain/postmortem/check/check-record.ts';
import { draftPostmortem } from '../../domain/postmortem/draft-postmortem.ts';
import type { TimeZone } from '../../domain/time.ts';
import type { Ports } from '../ports.ts';
import type { ShownDraft } from '../postmortem-board.ts';
import { readRecord } from './read-record.ts';

/** What is read of the record and told of it, without the chat system. */
export type DraftPorts = Pick<Ports, 'clock'> & { readonly database: Pick<Ports['database'], 'records'> };

export interface ReadDraft extends ShownDraft {
  /** The zone that its times are told in. */
  readonly zone: TimeZone;
}

/** The postmortem as the record has it now, with its images. `people` finds whoever it names. */
export async function readDraft(
  { database: { records }, clock }: DraftPorts,
  incident: Incident,
  people: (ids: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, Person>>,
): Promise<ReadDraft> {
  const record = await readRecord(records, incident, people);
  const postmortem = draftPostmortem({ ...record, images: await records.files.listImages(incident.id) });
  return { incident, postmortem, findings: checkRecord(record, postmortem, clock.now()), zone: record.zone };
}
