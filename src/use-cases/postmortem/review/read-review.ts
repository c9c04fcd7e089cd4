import type { Incident } from '../../../domain/incident/incident.ts';
import type { IncidentRecord } from '../../../domain/postmortem/record.ts';
import { type Review, reviewOf } from '../../../domain/postmortem/review/review.ts';
import { versionOf } from '../../../domain/postmortem/review/version-of.ts';
import type { Records } from '../../ports.ts';
import { readRecord } from '../read-record.ts';

export interface ReviewedRecord {
  readonly record: IncidentRecord;
  readonly review: Review;
  /** What the postmortem holds now. */
  readonly version: string;
}

/** How far an incident's postmortem is, and what it is made of. */
export async function readReview(records: Records, incident: Incident): Promise<ReviewedRecord> {
  const record = await readRecord(records, incident, (ids) => records.people.find(incident.teamId, ids));
  return reviewOfRecord(record);
}

export function reviewOfRecord(record: IncidentRecord): ReviewedRecord {
  const version = versionOf(record);
  return { record, version, review: reviewOf(record.review, { closedAt: record.incident.closedAt, version }) };
}
