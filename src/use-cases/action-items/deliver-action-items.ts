import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { needsReminder, reminderAt } from '../../domain/action-items/reminder.ts';
import type { ActionItemId, IncidentId, PersonId, TeamId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Party, Person } from '../../domain/people/person.ts';
import { accept } from '../../domain/result.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { attempt } from '../attempt.ts';
import { knowPeople } from '../people/know-people.ts';
import { DeliveryError, type Ports, type Records } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';

type DeliveryPorts = Pick<Ports, 'database' | 'directory' | 'messenger' | 'policy' | 'clock' | 'wake'>;

/** Shows a new action item in the incident's channel. */
export async function postActionItem(ports: DeliveryPorts, id: ActionItemId, claimed: ClaimedWork): Promise<void> {
  const { item, incident } = await readItem(ports.database.records, id);
  if (incident.channel !== undefined) {
    await ports.messenger.postActionItem(incident.channel, item, attempt(claimed));
  }
}

/** Sets the timer of each owner, at the time of day where they are. */
export async function scheduleReminders(ports: DeliveryPorts, id: ActionItemId): Promise<void> {
  const { item, incident } = await readItem(ports.database.records, id);
  const { owner, dueOn } = item;
  if (owner === undefined) {
    return;
  }
  const owners = await reachableOwners(ports, incident.teamId, owner);
  if (owners.length === 0) {
    throw new DeliveryError({ sort: 'never', reason: 'owner_cannot_be_reached' });
  }
  if (dueOn === undefined) {
    return;
  }
  const now = ports.clock.now();
  await ports.database.transaction(async (records) => {
    for (const person of owners) {
      await records.work.add({
        work: { kind: 'remind-owner', actionItemId: id, personId: person.id, dueOn },
        lane: `action-item:${id}:${person.id}`,
        runAt: reminderAt(dueOn, { timeOfDay: ports.policy.reminderTime, zone: person.timeZone }, now),
        dedupeKey: `remind-owner:${id}:${person.id}:${dueOn}`,
      });
    }
    return accept(undefined);
  });
  ports.wake();
}

/** Reminds one owner, unless the item was done or moved since. */
export async function remindOwner(
  ports: DeliveryPorts,
  reminder: { readonly actionItemId: ActionItemId; readonly personId: PersonId; readonly dueOn: CalendarDate },
  claimed: ClaimedWork,
): Promise<void> {
  const { item, incident } = await readItem(ports.database.records, reminder.actionItemId);
  if (needsReminder(item, reminder.dueOn)) {
    await ports.messenger.remindOwner(reminder.personId, { incident, items: [item] }, attempt(claimed));
  }
}

/** On close, each owner hears what is theirs, each in a lane of their own. */
export async function tellOwners(ports: DeliveryPorts, id: IncidentId): Promise<void> {
  const { records } = ports.database;
  const incident = await records.incidents.find(id);
  if (incident === undefined) {
    throw new Error(`no incident ${id}`);
  }
  const owners = new Set<PersonId>();
  for (const item of await openItems(records, id)) {
    for (const person of await ownersOf(ports, incident.teamId, item)) {
      owners.add(person.id);
    }
  }
  await ports.database.transaction(async (inside) => {
    for (const personId of owners) {
      await inside.work.add({
        work: { kind: 'tell-owner', incidentId: id, personId },
        lane: `tell-owner:${id}:${personId}`,
        runAt: ports.clock.now(),
        dedupeKey: `tell-owner:${id}:${personId}:${incident.closedAt}`,
      });
    }
    return accept(undefined);
  });
  ports.wake();
}

export async function tellOwner(
  ports: DeliveryPorts,
  request: { readonly incidentId: IncidentId; readonly personId: PersonId },
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const incident = await records.incidents.find(request.incidentId);
  if (incident === undefined) {
    throw new Error(`no incident ${request.incidentId}`);
  }
  const items: ActionItem[] = [];
  for (const item of await openItems(records, incident.id)) {
    if ((await ownersOf(ports, incident.teamId, item)).some(({ id }) => id === request.personId)) {
      items.push(item);
    }
  }
  if (items.length > 0) {
    await ports.messenger.tellOwner(request.personId, { incident, items }, attempt(claimed));
  }
}

async function openItems(records: Records, id: IncidentId): Promise<readonly ActionItem[]> {
  return (await records.actionItems.list(id)).filter(({ status }) => status === 'open');
}

async function ownersOf(ports: DeliveryPorts, team: TeamId, item: ActionItem): Promise<readonly Person[]> {
  return item.owner === undefined ? [] : reachableOwners(ports, team, item.owner);
}

async function reachableOwners(ports: DeliveryPorts, team: TeamId, owner: Party): Promise<readonly Person[]> {
  const ids = owner.kind === 'person' ? [owner.id] : await ports.directory.listGroupMembers(owner.id);
  const people = await knowPeople(ports, team, ids);
  return [...people.values()].filter(({ isBot, isDeactivated }) => !isBot && !isDeactivated);
}

async function readItem(
  records: Records,
  id: ActionItemId,
): Promise<{ readonly item: ActionItem; readonly incident: Incident }> {
  const item = await records.actionItems.find(id);
  const incident = item === undefined ? undefined : await records.incidents.find(item.incidentId);
  if (item === undefined || incident === undefined) {
    throw new Error(`no action item ${id}`);
  }
  return { item, incident };
}
