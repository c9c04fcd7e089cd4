import type { Incident } from '../../domain/incident/incident.ts';
import { checkRecordFor } from '../../domain/postmortem/check/check-record.ts';
import type { Finding } from '../../domain/postmortem/check/finding.ts';
import { draftPostmortem } from '../../domain/postmortem/draft-postmortem.ts';
import type { Postmortem } from '../../domain/postmortem/postmortem.ts';
import type { IncidentRecord } from '../../domain/postmortem/record.ts';
import { dueOn } from '../../domain/postmortem/review/deadline.ts';
import type { Review } from '../../domain/postmortem/review/review.ts';
import { accept, type Result } from '../../domain/result.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Ports } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { readRecord } from './read-record.ts';
import { deadlinesOf } from './review/deadlines-of.ts';
import { reviewOfRecord } from './review/read-review.ts';

export interface ShownPostmortem {
  readonly incident: Incident;
  readonly record: IncidentRecord;
  readonly postmortem: Postmortem;
  readonly findings: readonly Finding[];
  readonly review: Review;
  /** By when it is to be published; missing where there is no deadline. */
  readonly dueOn: CalendarDate | undefined;
}

/** The draft as it would be now, and what it still lacks, told to whoever asks: some findings are for nobody else. */
export async function showPostmortem(
  ports: Pick<Ports, 'clock' | 'database' | 'policy' | 'calendarOf'>,
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
  const { review } = reviewOfRecord(record);
  return accept({
    incident: found.value,
    record,
    postmortem,
    findings,
    review,
    dueOn: dueOn(found.value, deadlinesOf(ports)),
  });
}
