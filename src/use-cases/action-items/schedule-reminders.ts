import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { lastChangeOf } from '../../domain/action-items/action-item-change.ts';
import type { ActionItemId, IncidentId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/person.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { Recipient } from '../action-item-stores.ts';
import { enqueue } from '../enqueue.ts';
import { redrawHomes } from '../home/redraw-homes.ts';
import type { Ports, Records } from '../ports.ts';
import { askToRemind, type ReminderPorts } from './ask-to-remind.ts';
import { askToReturnItems } from './ask-to-return-items.ts';
import { type Hearers, hearersOf } from './hearers-of.ts';
import { askToRefresh, laneOfItem } from './keep-change.ts';
import { askToOffer } from './offer-in-channel.ts';
import { readItem } from './read-item.ts';

/** Works out who is reminded of an item, has its new owners told, and sets the timer of each. */
export async function scheduleReminders(ports: ReminderPorts, id: ActionItemId): Promise<void> {
  const told = await readItem(ports.database.records, id);
  const hearers = await hearersOf(ports, told);
  const { owners, leader } = hearers;
  const recipients = [
    ...owners.map((person) => ({ person, capacity: 'owner' as const })),
    ...(leader === undefined || owners.some((person) => person.id === leader.id)
      ? []
      : [{ person: leader, capacity: 'leader' as const }]),
  ];
  const now = ports.clock.now();
  await ports.database.transaction(async (records) => {
    const before = await records.reminders.listRecipients(id);
    await records.reminders.replaceRecipients(
      id,
      recipients.map(({ person, capacity }) => ({ personId: person.id, capacity })),
    );
    await tellOwners(records, { item: told.item, hearers, before, now });
    await tellLeader(records, { item: told.item, hearers, before, now });
    if (leader === undefined && told.item.status === 'open' && told.item.owner === undefined) {
      await askToOffer(ports, records, told.item);
    }
    for (const { person, capacity } of recipients) {
      const items = [{ item: told.item, capacity, lacksOwner: owners.length === 0 }];
      await askToRemind(ports, records, { person, items });
    }
    if (isHeardByOthers(told.item, before, recipients)) {
      await askToRefresh(records, told.item, now);
    }
    const people = [...before.map(({ personId }) => personId), ...recipients.map(({ person }) => person.id)];
    await redrawHomes(records, { teamId: told.incident.teamId, people, now });
    return accept(undefined);
  });
  ports.wake();
}

/** Then its messages, which say whose it is, may have been drawn before that was known; only a new one has none. */
function isHeardByOthers(
  item: ActionItem,
  before: readonly Recipient[],
  after: readonly { readonly person: Person }[],
): boolean {
  const [then, now] = [before.map(({ personId }) => personId), after.map(({ person }) => person.id)];
  const mayBeShown = then.length > 0 || item.plannedAt !== item.createdAt;
  return item.status === 'open' && mayBeShown && then.toSorted().join() !== now.toSorted().join();
}

interface Change {
  readonly item: ActionItem;
  readonly hearers: Hearers;
  readonly before: readonly Recipient[];
  readonly now: Instant;
}

/** Each once, however often they come and go. */
async function tellOwners(records: Records, { item, hearers, before, now }: Change): Promise<void> {
  const wasTold = (id: string | undefined) =>
    before.some(({ personId, capacity }) => capacity === 'owner' && personId === id);
  const strangers = wasTold(item.owner?.id) ? [] : hearers.owners.filter(({ id }) => !wasTold(id));
  if (strangers.length === 0) {
    return;
  }
  const since = await ownedSince(records, item);
  for (const { id: personId } of strangers) {
    const lane = `tell-assigned:${item.id}:${personId}`;
    await records.work.add({
      work: { kind: 'tell-assigned', actionItemId: item.id, personId },
      lane,
      runAt: now,
      dedupeKey: `${lane}:${since}`,
    });
  }
}

async function ownedSince(records: Records, item: ActionItem): Promise<Instant> {
  return lastChangeOf(await records.actionItems.history(item.id), 'owner')?.at ?? item.createdAt;
}

/** Where the item has an owner but nobody hears of it any more; a channel without a leader is told once of an owner. */
async function tellLeader(records: Records, { item, hearers, before, now }: Change): Promise<void> {
  const { unheard, leader } = hearers;
  if (unheard === undefined || item.owner === undefined) {
    return;
  }
  if (unheard === 'deactivated' && item.owner.kind === 'person') {
    const incident = await records.incidents.find(item.incidentId);
    await (incident && askToReturnItems(records, incident.teamId, item.owner.id, now));
    return;
  }
  const wasHeard = before.some(({ capacity }) => capacity === 'owner');
  const knows = !wasHeard && before.some(({ personId }) => personId === leader?.id);
  if (leader === undefined || !knows) {
    await records.work.add({
      work: { kind: 'tell-unheard', actionItemId: item.id, owner: item.owner, because: unheard },
      lane: laneOfItem(item),
      runAt: now,
      dedupeKey: leader === undefined ? `tell-unheard:${item.id}:${await ownedSince(records, item)}` : undefined,
    });
  }
}

/** Of every open item of an incident: whoever leads it or may see it is another by now. */
export async function scheduleRemindersOfIncident(
  ports: Pick<Ports, 'database' | 'clock' | 'wake'>,
  incident: IncidentId,
): Promise<void> {
  await ports.database.transaction(async (records) => {
    for (const item of await records.actionItems.list(incident)) {
      if (item.status === 'open') {
        await askToSchedule(records, item, ports.clock.now());
      }
    }
    return accept(undefined);
  });
  ports.wake();
}

/** In the caller's transaction, for all open items of an incident. */
export async function askToScheduleIncident(records: Records, incidentId: IncidentId, now: Instant): Promise<void> {
  await enqueue(records, `schedule-reminders:${incidentId}`, now, {
    kind: 'schedule-reminders-of-incident',
    incidentId,
  });
}

export async function askToSchedule(records: Records, item: Pick<ActionItem, 'id'>, now: Instant): Promise<void> {
  await enqueue(records, laneOfItem(item), now, { kind: 'schedule-reminders', actionItemId: item.id });
}
