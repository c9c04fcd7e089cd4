import { nextReminderOn } from '../../domain/action-items/ladder.ts';
import type { ActionItemId, IncidentId, PersonId, TeamId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/person.ts';
import { accept } from '../../domain/result.ts';
import { calendarDateAt, type Instant, instantOnDate } from '../../domain/time.ts';
import type { Recipient } from '../action-item-stores.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import { laneOfItem } from './keep-change.ts';
import { reachableOwners } from './reachable-owners.ts';
import { readItem } from './read-item.ts';

export type ReminderPorts = Pick<
  Ports,
  'database' | 'directory' | 'actionItemMessenger' | 'policy' | 'calendarOf' | 'clock' | 'wake'
>;

/** Works out who is reminded of an item, has its new owners told, and sets the timer of each. */
export async function scheduleReminders(ports: ReminderPorts, id: ActionItemId): Promise<void> {
  const { item, incident } = await readItem(ports.database.records, id);
  const owners = item.status === 'open' ? await reachableOwners(ports, incident.teamId, item.owner) : [];
  const now = ports.clock.now();
  await ports.database.transaction(async (records) => {
    const before = await records.reminders.listRecipients(id);
    const recipients = owners.map((person): Recipient => ({ personId: person.id, capacity: 'owner' }));
    await records.reminders.replaceRecipients(id, recipients);
    for (const person of owners) {
      if (!before.some(({ personId, capacity }) => capacity === 'owner' && personId === person.id)) {
        await enqueue(records, `tell-assigned:${id}:${person.id}`, now, {
          kind: 'tell-assigned',
          actionItemId: id,
          personId: person.id,
        });
      }
      const day = nextReminderOn(item, 'owner', {
        after: calendarDateAt(now, person.timeZone),
        calendar: ports.calendarOf(person.timeZone),
      });
      if (day !== undefined) {
        await askToRemind(records, person, instantOnDate(day, ports.policy.reminderTime, person.timeZone));
      }
    }
    return accept(undefined);
  });
  ports.wake();
}

/** Of every open item of an incident, whose leader is another by now. */
export async function scheduleRemindersOfIncident(
  ports: Pick<Ports, 'database' | 'clock' | 'wake'>,
  incident: IncidentId,
): Promise<void> {
  await ports.database.transaction(async (records) => {
    for (const item of await records.actionItems.list(incident)) {
      if (item.status === 'open') {
        await enqueue(records, laneOfItem(item), ports.clock.now(), {
          kind: 'schedule-reminders',
          actionItemId: item.id,
        });
      }
    }
    return accept(undefined);
  });
  ports.wake();
}

/** Once for each person and instant, however many items ask for it. */
export async function askToRemind(
  records: Records,
  { teamId, id: personId }: Pick<Person, 'teamId' | 'id'>,
  runAt: Instant,
): Promise<void> {
  const lane = laneOfReminders(teamId, personId);
  await records.work.add({
    work: { kind: 'remind-person', teamId, personId },
    lane,
    runAt,
    dedupeKey: `${lane}:${runAt}`,
  });
}

/** What somebody is reminded of comes in one message at a time. */
function laneOfReminders(team: TeamId, person: PersonId): string {
  return `remind-person:${team}:${person}`;
}
