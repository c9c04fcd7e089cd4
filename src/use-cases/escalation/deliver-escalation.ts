import type { Escalation } from '../../domain/escalation/escalation.ts';
import type { EscalationId, PersonId, TimelineEventId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { canBeReached, type Party } from '../../domain/people/person.ts';
import { accept } from '../../domain/result.ts';
import { attempt } from '../attempt.ts';
import { enqueue } from '../enqueue.ts';
import { knowPeople } from '../people/know-people.ts';
import { DeliveryError, type Ports, type Records } from '../ports.ts';
import { linkEvent } from '../timeline/link-event.ts';
import type { ClaimedWork } from '../work.ts';

type DeliveryPorts = Pick<Ports, 'database' | 'messenger' | 'directory' | 'clock' | 'wake'>;

interface ToldEscalation {
  readonly escalationId: EscalationId;
  /** What the timeline says of it. */
  readonly eventId?: TimelineEventId | undefined;
}

/** Shows the call in the incident's channel. */
export async function postEscalation(
  ports: DeliveryPorts,
  { escalationId: id, eventId }: ToldEscalation,
  claimed: ClaimedWork,
): Promise<void> {
  const { escalation, incident } = await readEscalation(ports.database.records, id);
  if (incident.channel === undefined) {
    return;
  }
  const message = await ports.messenger.postEscalation(incident.channel, escalation, attempt(claimed));
  await linkEvent(ports, eventId, message);
  await ports.database.transaction(async (records) => {
    const current = await readEscalation(records, id);
    await records.escalations.save({ ...current.escalation, message });
    if (current.escalation.acknowledgedAt !== escalation.acknowledgedAt) {
      await enqueue(records, incident.id, ports.clock.now(), { kind: 'refresh-escalation', escalationId: id });
    }
    return accept(undefined);
  });
}

/** Shows in the channel who answered. */
export async function refreshEscalation(
  ports: DeliveryPorts,
  { escalationId, eventId }: ToldEscalation,
): Promise<void> {
  const { escalation } = await readEscalation(ports.database.records, escalationId);
  if (escalation.message !== undefined) {
    await ports.messenger.refreshEscalation(escalation.message, escalation);
    await linkEvent(ports, eventId, escalation.message);
  }
}

/** Calls each member of the group, each in a lane of their own. */
export async function callGroup(ports: DeliveryPorts, id: EscalationId): Promise<void> {
  const { escalation, incident } = await readEscalation(ports.database.records, id);
  if (escalation.target.kind !== 'group') {
    return;
  }
  const members = await ports.directory.listGroupMembers(escalation.target.id);
  const people = await knowPeople(ports, incident.teamId, members);
  const reachable = members.filter((member) => {
    const person = people.get(member);
    return person !== undefined && canBeReached(person);
  });
  if (reachable.length === 0) {
    throw new DeliveryError({ sort: 'never', reason: 'group_has_nobody_to_call' });
  }
  await ports.database.transaction(async (records) => {
    const current = await readEscalation(records, id);
    await records.escalations.save({ ...current.escalation, called: reachable });
    for (const personId of reachable) {
      await records.work.add({
        work: { kind: 'call-person', escalationId: id, personId },
        lane: `escalation:${id}:${personId}`,
        runAt: ports.clock.now(),
        dedupeKey: `call-person:${id}:${personId}`,
      });
    }
    return accept(undefined);
  });
  ports.wake();
}

/** Tells one person directly what they are called for. Bringing them into the channel is work of its own. */
export async function callPerson(
  ports: DeliveryPorts,
  call: { readonly escalationId: EscalationId; readonly personId: PersonId },
  claimed: ClaimedWork,
): Promise<void> {
  const { escalation, incident } = await readEscalation(ports.database.records, call.escalationId);
  if (escalation.acknowledgedAt !== undefined || incident.status === 'closed') {
    return;
  }
  const person = (await knowPeople(ports, incident.teamId, [call.personId])).get(call.personId);
  if (person === undefined || !canBeReached(person)) {
    throw new DeliveryError({ sort: 'never', reason: person === undefined ? 'user_not_found' : 'cannot_be_called' });
  }
  await ports.database.transaction(async (records) => {
    const lane = `escalation:${escalation.id}:${call.personId}:invite`;
    await records.work.add({
      work: { kind: 'invite', incidentId: incident.id, personId: call.personId },
      lane,
      runAt: ports.clock.now(),
      dedupeKey: lane,
    });
    return accept(undefined);
  });
  ports.wake();
  await ports.messenger.callPerson(call.personId, { incident, escalation }, attempt(claimed));
}

/** Says in the channel whom a call did not reach, so that nobody waits for an answer that cannot come. */
export async function postUnreached(
  ports: DeliveryPorts,
  unreached: { readonly escalationId: EscalationId; readonly personId: PersonId | undefined; readonly reason: string },
  claimed: ClaimedWork,
): Promise<void> {
  const { escalation, incident } = await readEscalation(ports.database.records, unreached.escalationId);
  const { personId, reason } = unreached;
  const target: Party = personId === undefined ? escalation.target : { kind: 'person', id: personId };
  if (incident.channel !== undefined) {
    await ports.messenger.postUnreached(incident.channel, { escalation, target, reason }, attempt(claimed));
  }
}

async function readEscalation(
  records: Records,
  id: EscalationId,
): Promise<{ readonly escalation: Escalation; readonly incident: Incident }> {
  const escalation = await records.escalations.find(id);
  const incident = escalation === undefined ? undefined : await records.incidents.find(escalation.incidentId);
  if (escalation === undefined || incident === undefined) {
    throw new Error(`no escalation ${id}`);
  }
  return { escalation, incident };
}
