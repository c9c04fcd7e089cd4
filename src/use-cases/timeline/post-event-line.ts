import type { TimelineEventId } from '../../domain/ids.ts';
import { attempt } from '../attempt.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import { keepLine } from './link-event.ts';

/** Shows in the channel that the record grew, or how it reads since it was corrected: one event is one line. */
export async function postEventLine(
  ports: Pick<Ports, 'database' | 'directory' | 'messenger'>,
  id: TimelineEventId,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const event = await records.timeline.find(id);
  const incident = event === undefined ? undefined : await records.incidents.find(event.incidentId);
  if (event === undefined || incident?.channel === undefined) {
    return;
  }
  const people = await knowPeople(ports, incident.teamId, event.saidBy === undefined ? [] : [event.saidBy]);
  const [person] = people.values();
  const isCorrected = (await records.timeline.listRevisions(id)).some((revision) => revision.of === 'event');
  const line = { event, saidBy: person?.name, isCorrected };
  if (event.line !== undefined && (await ports.messenger.refreshEventLine(event.line, line))) {
    return;
  }
  await keepLine(ports, id, await ports.messenger.postEventLine(incident.channel, line, attempt(claimed)));
}
