import type { TimelineEventId } from '../../domain/ids.ts';
import { attempt } from '../attempt.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';

/** Shows in the channel that the record grew. */
export async function postEventLine(
  ports: Pick<Ports, 'database' | 'messenger'>,
  id: TimelineEventId,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const event = await records.timeline.find(id);
  const incident = event === undefined ? undefined : await records.incidents.find(event.incidentId);
  if (event === undefined || incident?.channel === undefined) {
    return;
  }
  const people = event.saidBy === undefined ? new Map() : await records.people.find(incident.teamId, [event.saidBy]);
  const saidBy = event.saidBy === undefined ? undefined : people.get(event.saidBy)?.name;
  await ports.messenger.postEventLine(incident.channel, { event, saidBy }, attempt(claimed));
}
