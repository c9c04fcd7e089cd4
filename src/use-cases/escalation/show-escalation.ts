import type { Escalation } from '../../domain/escalation/escalation.ts';
import type { TimelineEventId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';

/**
 * Has its message, and the incident's card, show where it stands; the message is linked to that event. What waits to be
 * shown anyway is shown once, as Slack takes only so many changes a minute.
 */
export async function showEscalation(
  records: Records,
  { id, incidentId }: Pick<Escalation, 'id' | 'incidentId'>,
  now: Instant,
  eventId?: TimelineEventId,
): Promise<void> {
  const lane = `escalation:${id}:message`;
  if (eventId !== undefined || !(await records.work.isWaiting(lane, 'refresh-escalation'))) {
    await enqueue(records, lane, now, { kind: 'refresh-escalation', escalationId: id, eventId });
  }
  if (!(await records.work.isWaiting(incidentId, 'refresh-card'))) {
    await enqueue(records, incidentId, now, { kind: 'refresh-card', incidentId });
  }
}
