import type { Escalation } from '../../domain/escalation/escalation.ts';
import type { TimelineEventId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';

/** Has its message, and the incident's card, show where it stands; the message is linked to that event. */
export async function showEscalation(
  records: Records,
  { id, incidentId }: Pick<Escalation, 'id' | 'incidentId'>,
  now: Instant,
  eventId?: TimelineEventId,
): Promise<void> {
  await enqueue(records, laneOfMessage(id), now, { kind: 'refresh-escalation', escalationId: id, eventId });
  await enqueue(records, incidentId, now, { kind: 'refresh-card', incidentId });
}

export function laneOfMessage(id: Escalation['id']): string {
  return `escalation:${id}:message`;
}
