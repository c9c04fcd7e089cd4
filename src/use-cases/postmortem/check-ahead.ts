import type { IncidentRecord } from '../../domain/postmortem/record.ts';
import { findIncidentHere } from '../incident/find-incident-here.ts';
import type { Database } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { readRecord } from './read-record.ts';

/**
 * A check takes as long as dozens of changes, so it runs before the transaction that decides by it. Answers what it
 * says of the record as that transaction reads it: the same, unless the record was changed in between.
 */
export async function checkAhead<Checked>(
  { records }: Pick<Database, 'records'>,
  request: RequesterInChannel,
  check: (record: IncidentRecord) => Checked,
): Promise<(record: IncidentRecord) => Checked> {
  const found = await findIncidentHere(records, request);
  if (!found.ok) {
    return check;
  }
  const ahead = await readRecord(records, found.value, (ids) => records.people.find(request.teamId, ids));
  const checked = check(ahead);
  const written = write(ahead);
  return (record) => (write(record) === written ? checked : check(record));
}

function write({ people, images, givenUp, ...others }: IncidentRecord): string {
  return JSON.stringify([others, [...people], [...images], [...givenUp]]);
}
