import { nextReminderAt } from '../../domain/action-items/next-reminder.ts';
import type { Reader } from '../../domain/action-items/reader.ts';
import type { PersonId, TeamId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/person.ts';
import { addMilliseconds, type Instant, MINUTE } from '../../domain/time.ts';
import type { RemindedItem } from '../action-item-stores.ts';
import { maySee } from '../people/may-see.ts';
import type { Ports, Records } from '../ports.ts';

export type ReminderPorts = Pick<
  Ports,
  'database' | 'directory' | 'actionItemMessenger' | 'policy' | 'calendarOf' | 'clock' | 'wake'
>;

/**
 * In the caller's transaction: sets the timer of somebody's next message, by all that they are reminded of, or by some of
 * it, which may ask for an earlier message than the rest.
 */
export async function askToRemind(
  ports: ReminderPorts,
  records: Records,
  { person, items }: { readonly person: Person; readonly items: Parameters<typeof nextReminderAt>[0] },
): Promise<void> {
  const now = ports.clock.now();
  const last = await records.reminders.findDigest(person.teamId, person.id);
  const at = nextReminderAt(items, readerOf(ports, person), { now, last });
  if (at !== undefined) {
    await askToLook(records, person, { at, now });
  }
}

/** Looks then whether somebody is to be reminded. */
export async function askToLook(
  records: Records,
  { teamId, id: personId }: Pick<Person, 'teamId' | 'id'>,
  { at, now }: { readonly at: Instant; readonly now: Instant },
): Promise<void> {
  const lane = laneOfReminders(teamId, personId);
  // Once for each instant, however many items ask for it; but one that is due by some clock may have looked already.
  const isToCome = at > addMilliseconds(now, MINUTE);
  await records.work.add({
    work: { kind: 'remind-person', teamId, personId },
    lane,
    runAt: at,
    dedupeKey: isToCome ? `${lane}:${at}` : undefined,
  });
}

/** Without those of private incidents that they do not see any more. */
export async function listVisible(records: Records, { teamId, id }: Person): Promise<readonly RemindedItem[]> {
  const visible: RemindedItem[] = [];
  for (const heard of await records.reminders.listHeard(teamId, id)) {
    if (await maySee(records, heard.incident, id)) {
      visible.push(heard);
    }
  }
  return visible;
}

export function readerOf({ policy, calendarOf }: Pick<Ports, 'policy' | 'calendarOf'>, person: Person): Reader {
  const { timeZone: zone, awayUntil } = person;
  return { zone, calendar: calendarOf(zone), timeOfDay: policy.reminderTime, awayUntil };
}

/** What somebody is reminded of comes in one message at a time. */
function laneOfReminders(team: TeamId, person: PersonId): string {
  return `remind-person:${team}:${person}`;
}
