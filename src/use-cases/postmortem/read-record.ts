import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Person } from '../../domain/people/person.ts';
import type { IncidentRecord } from '../../domain/postmortem/record.ts';
import { type TimeZone, UTC } from '../../domain/time.ts';
import type { Records } from '../ports.ts';

/** All that counts of one incident: what was retracted stays in the record, and out of here. `people` finds whoever it names. */
export async function readRecord(
  records: Records,
  incident: Incident,
  people: (ids: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, Person>>,
): Promise<IncidentRecord> {
  const [timeline, milestones, roles, escalations, actionItems, givenUp, narrative, waivers, review] =
    await Promise.all([
      records.timeline.list(incident.id),
      records.milestones.list(incident.id),
      records.roles.list(incident.id),
      records.escalations.list(incident.id),
      records.actionItems.list(incident.id),
      records.actionItems.listGivenUp(incident.id),
      records.narrative.list(incident.id),
      records.waivers.list(incident.id),
      records.reviews.list(incident.id),
    ]);
  const events = timeline.filter(({ retractedAt }) => retractedAt === undefined);
  const named = [
    incident.declaredBy,
    ...events.flatMap(({ saidBy, recordedBy, taggedBy }) => [saidBy, recordedBy, ...taggedBy]),
    ...roles.map(({ person }) => person),
    ...escalations.flatMap(({ requestedBy, acknowledgedBy, heldBy, calls }) => [
      requestedBy,
      acknowledgedBy,
      heldBy,
      ...calls.map(({ personId }) => personId),
    ]),
    ...actionItems.flatMap(({ createdBy, owner }) => [createdBy, owner?.kind === 'person' ? owner.id : undefined]),
    ...narrative.map(({ writtenBy }) => writtenBy),
    ...waivers.map(({ by }) => by),
    ...review.flatMap(({ by, reviewer }) => [by, reviewer]),
  ];
  const known = await people([...new Set(named.filter((id) => id !== undefined))]);
  return {
    incident,
    events,
    milestones,
    roles,
    escalations,
    actionItems,
    givenUp,
    narrative,
    waivers,
    review,
    images: new Map(),
    people: known,
    zone: zoneOf(known.get(incident.declaredBy)),
  };
}

/** The chat system says of a bot that it lives where that system does. */
function zoneOf(declarer: Person | undefined): TimeZone {
  return declarer === undefined || declarer.isBot ? UTC : declarer.timeZone;
}
