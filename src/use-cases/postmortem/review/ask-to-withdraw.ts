import type { Incident } from '../../../domain/incident/incident.ts';
import { reviewOf } from '../../../domain/postmortem/review/review.ts';
import type { Instant } from '../../../domain/time.ts';
import { enqueue } from '../../enqueue.ts';
import type { Records } from '../../ports.ts';

/** Before a published postmortem is a draft again: whoever reads its announcement is to know. In the caller's transaction. */
export async function askToWithdraw(records: Records, before: Incident, now: Instant): Promise<void> {
  const entries = await records.reviews.list(before.id);
  const { published } = reviewOf(entries, { closedAt: before.closedAt, version: '' });
  if (published !== undefined) {
    // After it was announced, should that still wait.
    const lane = `announce-postmortem:${published.id}`;
    await enqueue(records, lane, now, { kind: 'withdraw-announcement', reviewEntryId: published.id });
  }
}
