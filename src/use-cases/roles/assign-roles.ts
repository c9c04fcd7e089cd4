import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { IncidentEnded } from '../../domain/incident/status.ts';
import type { PersonRefusal } from '../../domain/people/person.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { holderOf, tellChange } from '../../domain/roles/role.ts';
import type { Instant } from '../../domain/time.ts';
import { askToScheduleIncident } from '../action-items/schedule-reminders.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { findOpenIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import { checkParty } from '../people/check-party.ts';
import type { Records } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';

/** One of the policy's roles, and whose it is from now on: nobody's where the person is missing. */
export interface RoleChange {
  readonly role: string;
  readonly person: PersonId | undefined;
}

export type AssignRolesRefusal = AlreadyHandled | NoIncidentHere | IncidentEnded | RefusedPerson;

/** With the role that they were to have. */
export type RefusedPerson = PersonRefusal & { readonly role: string };

/** What was told of each change, none where all was so already. */
export type AssignedRoles = readonly string[];

/** Gives roles, and takes them away. Whoever gets one is invited to the channel. */
export async function assignRoles(
  ports: ChangePorts,
  request: RequesterInChannel & { readonly changes: readonly RoleChange[] },
): Promise<Result<AssignedRoles, AssignRolesRefusal>> {
  return change<AssignedRoles, AssignRolesRefusal>(ports, request, async (records, now) => {
    const found = await findOpenIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const assignments = await records.roles.list(incident.id);
    const told: string[] = [];
    for (const { role, person } of request.changes) {
      const before = holderOf(assignments, role);
      if (person !== before) {
        const checked =
          person === undefined ? undefined : await checkParty(records, incident.teamId, { kind: 'person', id: person });
        if (checked?.ok === false) {
          return refuse({ ...checked.refusal, role });
        }
        told.push(await assign(ports, records, { incident, role, person, before, by: request.personId, now }));
      }
    }
    if (told.length > 0) {
      // Counts its version up: of two who give a role at the same moment, one sees what the other did.
      await records.incidents.save(incident);
      await enqueue(records, incident.id, now, { kind: 'refresh-card', incidentId: incident.id });
      await askToScheduleIncident(records, incident.id, now);
    }
    return accept(told);
  });
}

async function assign(
  ports: ChangePorts,
  records: Records,
  given: RoleChange & {
    readonly incident: Incident;
    readonly before: PersonId | undefined;
    readonly by: PersonId;
    readonly now: Instant;
  },
): Promise<string> {
  const { incident, role, person, before, by, now } = given;
  await records.roles.add({ incidentId: incident.id, role, person, assignedBy: by, at: now });
  const text = tellChange(role, await namesOf(records, incident, { now: person, before }));
  const event = await recordEvent(ports, records, {
    incident,
    kind: 'role-changed',
    text,
    at: now,
    now,
    recordedBy: by,
  });
  if (event !== undefined) {
    await enqueue(records, incident.id, now, { kind: 'post-event-line', eventId: event.id });
  }
  if (person !== undefined && !(await records.members.has(incident.id, person))) {
    await enqueue(records, incident.id, now, { kind: 'invite', incidentId: incident.id, personId: person });
  }
  const details = { role, person: person ?? null, before: before ?? null };
  await audit(records, incident, { by, now, action: 'assign-role', details });
  return text;
}

interface BeforeAndAfter<Value> {
  readonly now: Value | undefined;
  readonly before: Value | undefined;
}

async function namesOf(
  records: Records,
  { teamId }: Incident,
  { now, before }: BeforeAndAfter<PersonId>,
): Promise<BeforeAndAfter<string>> {
  const people = await records.people.find(
    teamId,
    [now, before].filter((id) => id !== undefined),
  );
  const nameOf = (id: PersonId | undefined) => id && (people.get(id)?.name ?? 'somebody new');
  return { now: nameOf(now), before: nameOf(before) };
}
