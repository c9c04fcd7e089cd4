import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Person } from '../../domain/people/person.ts';
import { accept, type Result } from '../../domain/result.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Ports } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';

export interface ShownTimeline {
  readonly incident: Incident;
  /** In order. */
  readonly events: readonly TimelineEvent[];
  /** Whoever said or tagged something, as far as known. */
  readonly people: ReadonlyMap<PersonId, Person>;
}

export async function showTimeline(
  ports: Pick<Ports, 'database'>,
  request: RequesterInChannel,
): Promise<Result<ShownTimeline, NoIncidentHere>> {
  const { records } = ports.database;
  const found = await findIncidentHere(records, request);
  if (!found.ok) {
    return found;
  }
  const events = await records.timeline.list(found.value.id);
  const people = await records.people.find(request.teamId, [
    ...new Set(events.flatMap(({ saidBy, taggedBy }) => [...taggedBy, ...(saidBy === undefined ? [] : [saidBy])])),
  ]);
  return accept({ incident: found.value, events, people });
}
