import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Person } from '../../domain/people/person.ts';
import { accept, type Result } from '../../domain/result.ts';
import { type TimeZone, UTC } from '../../domain/time.ts';
import type { Milestones } from '../../domain/timeline/milestone.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Ports } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { readMilestones } from './read-milestones.ts';

export interface ShownTimeline {
  readonly incident: Incident;
  /** In order. */
  readonly events: readonly TimelineEvent[];
  readonly milestones: Milestones;
  /** Whoever said or tagged something, as far as known. */
  readonly people: ReadonlyMap<PersonId, Person>;
  /** Whose days it is parted by. */
  readonly zone: TimeZone;
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
  const incident = found.value;
  const { events, milestones } = await readMilestones(records, incident);
  const named = events.flatMap(({ saidBy, taggedBy }) => [...taggedBy, ...(saidBy === undefined ? [] : [saidBy])]);
  const people = await records.people.find(request.teamId, [...new Set([...named, request.personId])]);
  return accept({
    incident,
    events,
    milestones,
    people,
    zone: people.get(request.personId)?.timeZone ?? UTC,
  });
}
