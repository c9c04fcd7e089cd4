import { concernsLeader } from '../../domain/action-items/ladder.ts';
import { nextReminderAt } from '../../domain/action-items/next-reminder.ts';
import { canBeReached, type Person } from '../../domain/people/person.ts';
import { accept } from '../../domain/result.ts';
import { calendarDateAt, HOUR, millisecondsBetween } from '../../domain/time.ts';
import type { RemindedItem } from '../action-item-stores.ts';
import { attempt } from '../attempt.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Records } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import type { SentMessage } from './action-item-messenger.ts';
import { areShownOtherwise } from './are-shown-otherwise.ts';
import { askToRemind, listVisible, type ReminderPorts, readerOf } from './ask-to-remind.ts';
import { withSnoozeReason } from './digest-item.ts';
import { askToRefreshReminder } from './refresh-reminder.ts';

/** Work that waited for longer only asks for new: it would be given up after a day, and look for what it sent that far back. */
const LONGEST_WAIT = 8 * HOUR;

/** Sends somebody the one message of the day, if there is anything to remind them of, and sets the timer of the next. */
export async function remindPerson(
  ports: ReminderPorts,
  { teamId, personId }: Extract<Work, { kind: 'remind-person' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const person = (await knowPeople(ports, teamId, [personId])).get(personId);
  if (person === undefined || !canBeReached(person)) {
    return;
  }
  // What changes from here on asks for the next message by itself.
  const items = await listVisible(ports.database.records, person);
  const known = { person, items };
  const sent = (await findEarlier(ports, known, claimed)) ?? (await sendOwed(ports, known, claimed));
  await ports.database.transaction(async (records) => {
    if (sent !== undefined) {
      await keepSent(records, { ...sent, person });
    }
    await askToRemind(ports, records, known);
    return accept(undefined);
  });
  await (sent && catchUp(ports, { ...sent, person }));
  ports.wake();
}

interface Reminded {
  readonly person: Person;
  readonly items: readonly RemindedItem[];
}

interface Sent extends SentMessage {
  readonly items: readonly RemindedItem[];
  /** By an attempt that broke off: it may have told of others. */
  readonly isFromBefore: boolean;
}

interface SentTo extends Sent {
  readonly person: Person;
}

/** What an attempt sent that broke off; whatever is owed by now, that was the message of its day. */
async function findEarlier(ports: ReminderPorts, known: Reminded, claimed: ClaimedWork): Promise<Sent | undefined> {
  if (claimed.attempts === 0) {
    return undefined;
  }
  const found = await ports.actionItemMessenger.findReminder(known.person.id, attempt(claimed));
  return found && { ...found, items: itemsToTell(ports, known), isFromBefore: true };
}

async function sendOwed(ports: ReminderPorts, known: Reminded, claimed: ClaimedWork): Promise<Sent | undefined> {
  const { person } = known;
  const { records } = ports.database;
  const now = ports.clock.now();
  const last = await records.reminders.findDigest(person.teamId, person.id);
  const at = nextReminderAt(known.items, readerOf(ports, person), { now, last });
  if (at === undefined || at > now || millisecondsBetween(claimed.runAt, now) > LONGEST_WAIT) {
    return undefined;
  }
  const items = itemsToTell(ports, known);
  const told = await Promise.all(items.map((each) => withSnoozeReason(records, each)));
  const digest = { day: calendarDateAt(now, person.timeZone), items: told };
  const message = await ports.actionItemMessenger.remind(person.id, digest, attempt(claimed));
  return { ...message, items, isFromBefore: false };
}

/** All that is theirs, and of what they lead what concerns them by now. */
function itemsToTell(ports: ReminderPorts, { person, items }: Reminded): readonly RemindedItem[] {
  const reader = readerOf(ports, person);
  const today = calendarDateAt(ports.clock.now(), person.timeZone);
  return items.filter((heard) => heard.capacity === 'owner' || concernsLeader(heard, reader, today));
}

/** From now on changes are shown in this message; the ones before still take presses and reactions, and show those. */
async function keepSent(records: Records, sent: SentTo): Promise<void> {
  const { message, at, person } = sent;
  const { teamId, id: personId, timeZone } = person;
  const shown = { message, kind: 'digest', personId } as const;
  await records.itemMessages.addAll(
    teamId,
    sent.items.map(({ item }) => item.id),
    shown,
  );
  await records.reminders.saveDigest(teamId, personId, { sentOn: calendarDateAt(at, timeZone), sentAt: at, message });
}

/** What changed while the message was on its way is shown in it too: looked for once it is kept, as what changes later looks for it. */
async function catchUp(
  { database, clock }: ReminderPorts,
  { items, isFromBefore, person: { teamId, id: personId } }: SentTo,
): Promise<void> {
  await database.transaction(async (records) => {
    if (isFromBefore || (await areShownOtherwise(records, items))) {
      await askToRefreshReminder(records, { teamId, personId }, clock.now());
    }
    return accept(undefined);
  });
}
