import type { Instant } from '../../domain/time.ts';
import type { TimelineEvent, TimelineKind } from '../../domain/timeline/timeline-event.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';

/** Mitigations stand on the card while they are open; a detection is a milestone by itself. */
const ON_CARD: readonly TimelineKind[] = ['mitigation', 'detected'];

/** Has the card drawn anew where it tells something of this event, as it was or as it is. */
export async function refreshCardAfter(
  records: Records,
  event: { readonly before?: TimelineEvent; readonly after: TimelineEvent },
  now: Instant,
): Promise<void> {
  const { before, after } = event;
  const { incidentId } = after;
  const stands = ON_CARD.includes(after.kind) || (before !== undefined && ON_CARD.includes(before.kind));
  if (stands || (before !== undefined && (await isMilestone(records, after)))) {
    await enqueue(records, incidentId, now, { kind: 'refresh-card', incidentId });
  }
}

async function isMilestone(records: Records, { id, incidentId }: TimelineEvent): Promise<boolean> {
  return (await records.milestones.list(incidentId)).some(({ eventId }) => eventId === id);
}
