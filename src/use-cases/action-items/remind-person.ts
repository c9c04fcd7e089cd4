import { nextReminderOn } from '../../domain/action-items/ladder.ts';
import { accept } from '../../domain/result.ts';
import { addCalendarDays, calendarDateAt } from '../../domain/time.ts';
import { attempt } from '../attempt.ts';
import { knowPeople } from '../people/know-people.ts';
import type { ClaimedWork, Work } from '../work.ts';
import type { ReminderPorts } from './schedule-reminders.ts';

/** Sends somebody the one message of the day, if there is anything to remind them of. */
export async function remindPerson(
  ports: ReminderPorts,
  { teamId, personId }: Extract<Work, { kind: 'remind-person' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const person = (await knowPeople(ports, teamId, [personId])).get(personId);
  if (person === undefined) {
    return;
  }
  const { reminders } = ports.database.records;
  const day = calendarDateAt(ports.clock.now(), person.timeZone);
  const calendar = ports.calendarOf(person.timeZone);
  const heard = await reminders.listHeard(teamId, personId);
  const isOwed = heard.some(
    ({ item, capacity }) =>
      (nextReminderOn(item, capacity, { after: addCalendarDays(day, -1), calendar }) ?? '9999') <= day,
  );
  if (isOwed && (await reminders.findDigest(teamId, personId))?.sentOn !== day) {
    const { message, at } = await ports.actionItemMessenger.remind(personId, { day, items: heard }, attempt(claimed));
    await ports.database.transaction(async (records) => {
      await records.reminders.saveDigest(teamId, personId, { sentOn: calendarDateAt(at, person.timeZone), message });
      return accept(undefined);
    });
  }
}
