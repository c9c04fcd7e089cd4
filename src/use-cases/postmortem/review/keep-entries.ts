import { type PersonId, reviewEntryId } from '../../../domain/ids.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { ReviewEntry } from '../../../domain/postmortem/review/review-entry.ts';
import type { Instant } from '../../../domain/time.ts';
import { audit } from '../../audit.ts';
import type { ChangePorts } from '../../change.ts';
import { enqueue } from '../../enqueue.ts';
import type { Records } from '../../ports.ts';
import type { AuditEntry } from '../../stores.ts';

export interface ReviewDeed extends Pick<ReviewEntry, 'kind' | 'by' | 'words' | 'version'> {
  readonly incident: Incident;
  readonly now: Instant;
  /** One entry for each; a deed that asks nobody is one entry. */
  readonly reviewers?: readonly PersonId[];
  readonly action: string;
  readonly details: AuditEntry['details'];
}

/** Writes a step of a review down, in the caller's transaction, and has the channel and the card tell it. */
export async function keepEntries(
  ports: Pick<ChangePorts, 'ids'>,
  records: Records,
  deed: ReviewDeed,
): Promise<readonly [ReviewEntry, ...ReviewEntry[]]> {
  const { incident, kind, by, now, words, version, reviewers = [], action, details } = deed;
  const [first, ...others] = reviewers;
  const entry = (reviewer: PersonId | undefined): ReviewEntry => ({
    id: reviewEntryId(ports.ids.next()),
    incidentId: incident.id,
    kind,
    by,
    at: now,
    reviewer,
    words,
    version,
    announcement: undefined,
  });
  const entries = [entry(first), ...others.map(entry)] as const;
  // Of two who decide at the same time the later has to look again.
  await records.incidents.save(incident);
  for (const one of entries) {
    await records.reviews.add(one);
  }
  await enqueue(
    records,
    incident.id,
    now,
    { kind: 'post-review-line', reviewEntryId: entries[0].id },
    { kind: 'refresh-card', incidentId: incident.id },
  );
  await audit(records, incident, { by, now, action, details });
  return entries;
}
