import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { needsReminder, reminderAt } from '../../domain/action-items/reminder.ts';
import type { ActionItemId, PersonId, TimelineEventId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Person } from '../../domain/people/person.ts';
import { accept } from '../../domain/result.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import { attempt } from '../attempt.ts';
import { knowPeople } from '../people/know-people.ts';
import { DeliveryError, type Ports, type Records } from '../ports.ts';
import { linkEvent } from '../timeline/link-event.ts';
import type { ClaimedWork } from '../work.ts';
import { reachableOwners } from './reachable-owners.ts';
import { tellOfItems } from './tell-of-items.ts';
import { askToTell } from './tell-owners.ts';

type DeliveryPorts = Pick<Ports, 'database' | 'directory' | 'messenger' | 'policy' | 'clock' | 'wake'>;

/** Shows a new action item in the incident's channel. */
export async function postActionItem(
  ports: DeliveryPorts,
  added: { readonly actionItemId: ActionItemId; readonly eventId?: TimelineEventId | undefined },
  claimed: ClaimedWork,
): Promise<void> {
  const { item, incident } = await readItem(ports.database.records, added.actionItemId);
  if (incident.channel !== undefined) {
    const message = await ports.messenger.postActionItem(incident.channel, item, attempt(claimed));
    await linkEvent(ports, added.eventId, message);
  }
}

/** Sets the timer of each owner, at the time of day where they are. Of work added after closing they hear at once. */
export async function scheduleReminders(ports: DeliveryPorts, id: ActionItemId): Promise<void> {
  const { item, incident } = await readItem(ports.database.records, id);
  if (item.owner === undefined) {
    return;
  }
  const owners = await reachableOwners(ports, incident.teamId, item.owner);
  if (owners.length === 0) {
    throw new DeliveryError({ sort: 'never', reason: 'owner_cannot_be_reached' });
  }
  const now = ports.clock.now();
  await ports.database.transaction(async (records) => {
    for (const person of owners) {
      if (isAddedAfterClosing(item, incident)) {
        await askToTell(records, { incidentId: incident.id, personId: person.id }, { now, because: id });
      }
      await setTimer(ports, records, { item, person, now });
    }
    return accept(undefined);
  });
  ports.wake();
}

function isAddedAfterClosing(item: ActionItem, incident: Incident): boolean {
  return incident.closedAt !== undefined && item.createdAt >= incident.closedAt;
}

async function setTimer(
  ports: DeliveryPorts,
  records: Records,
  timer: { readonly item: ActionItem; readonly person: Person; readonly now: Instant },
): Promise<void> {
  const { item, person, now } = timer;
  const { dueOn } = item;
  if (dueOn !== undefined) {
    const reminder = { actionItemId: item.id, personId: person.id, dueOn };
    await askToRemind(records, reminder, { runAt: timeToRemind(ports, { dueOn, person, since: now }), because: 'due' });
  }
}

interface Reminder {
  readonly actionItemId: ActionItemId;
  readonly personId: PersonId;
  readonly dueOn: CalendarDate;
}

/** Reminds one owner, unless the item was done or moved since. Whoever lives in another time zone by now hears later. */
export async function remindOwner(ports: DeliveryPorts, reminder: Reminder, claimed: ClaimedWork): Promise<void> {
  const { actionItemId, personId, dueOn } = reminder;
  const { item, incident } = await readItem(ports.database.records, actionItemId);
  if (!needsReminder(item, dueOn)) {
    return;
  }
  const person = (await knowPeople(ports, incident.teamId, [personId])).get(personId);
  // Counted from when it was due, not from now: a bot that stood still then owes the reminder at once.
  const runAt = person === undefined ? claimed.runAt : timeToRemind(ports, { dueOn, person, since: claimed.runAt });
  if (runAt > ports.clock.now()) {
    await ports.database.transaction(async (records) =>
      accept(await askToRemind(records, reminder, { runAt, because: runAt })),
    );
    return;
  }
  await tellOfItems(ports, { kind: 'overdue', owner: personId, incident, items: [item] }, claimed);
}

function timeToRemind(
  { policy }: DeliveryPorts,
  { dueOn, person, since }: { readonly dueOn: CalendarDate; readonly person: Person; readonly since: Instant },
): Instant {
  return reminderAt(dueOn, { timeOfDay: policy.reminderTime, zone: person.timeZone }, since);
}

/** For one reason an owner is reminded once. */
async function askToRemind(
  records: Records,
  reminder: Reminder,
  { runAt, because }: { readonly runAt: Instant; readonly because: string },
): Promise<void> {
  const { actionItemId, personId, dueOn } = reminder;
  await records.work.add({
    work: { kind: 'remind-owner', ...reminder },
    lane: `action-item:${actionItemId}:${personId}`,
    runAt,
    dedupeKey: `remind-owner:${actionItemId}:${personId}:${dueOn}:${because}`,
  });
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
