import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { ActionItemId, MessageRef, PersonId, TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import { calendarDateAt, type Instant, UTC } from '../../domain/time.ts';
import { attempt } from '../attempt.ts';
import { zoneOf } from '../people/zone-of.ts';
import type { Ports, Records } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import type { ReturnedItems } from './action-item-messenger.ts';
import { areShownOtherwise } from './are-shown-otherwise.ts';
import { findEarlier, type Readers } from './find-earlier.ts';
import { type LedItems, ledItems } from './led-items.ts';
import { askToRefreshMessage } from './refresh-item-message.ts';
import { returnedNow } from './returned-now.ts';

type TellReturned = Extract<Work, { kind: 'tell-returned' }>;

type TellPorts = Pick<Ports, 'database' | 'directory' | 'actionItemMessenger' | 'clock' | 'wake'>;

interface Asked extends LedItems {
  readonly teamId: TeamId;
  readonly owner: PersonId;
  readonly now: Instant;
  readonly dedupeKey?: string;
}

/** In the caller's transaction. */
export async function askToTellReturned(records: Records, asked: Asked): Promise<void> {
  const { teamId, owner, leader: personId, incidentId, ids: actionItemIds, now, dedupeKey } = asked;
  await records.work.add({
    work: { kind: 'tell-returned', teamId, owner, personId, actionItemIds },
    lane: `tell-returned:${teamId}:${personId ?? incidentId}`,
    runAt: now,
    dedupeKey,
  });
}

/**
 * Tells whoever leads, or else the incident's channel, in one message of all that somebody had who was deactivated,
 * unless nothing of it lacks an owner any more. Those of incidents that another leads by now are told to them.
 */
export async function tellReturned(ports: TellPorts, work: TellReturned, claimed: ClaimedWork): Promise<void> {
  const { personId, actionItemIds } = work;
  const found = await ports.database.records.actionItems.findAll(actionItemIds);
  const led = await ledItems(ports, [...found.values()].filter(lacksOwner));
  const others = led.filter(({ leader }) => leader !== personId);
  await passOn(ports, work, { others, claimed });
  const areOthers = new Set(others.flatMap(({ ids }) => ids));
  const ids = actionItemIds.filter((id) => !areOthers.has(id));
  const returned = await readReturned(ports, work, ids);
  const to = { personId, channel: returned.items[0]?.incident.channel };
  const isOwed = others.length < led.length;
  const message = isOwed ? await send(ports, { ...to, returned }, claimed) : await findEarlier(ports, to, claimed);
  await (message && keepSent(ports, { work, ids, returned, message, claimed }));
}

function lacksOwner({ status, owner }: ActionItem): boolean {
  return status === 'open' && owner === undefined;
}

async function passOn(
  { database, clock, wake }: TellPorts,
  { teamId, owner }: TellReturned,
  { others, claimed }: { readonly others: readonly LedItems[]; readonly claimed: ClaimedWork },
): Promise<void> {
  if (others.length === 0) {
    return;
  }
  await database.transaction(async (records) => {
    for (const led of others) {
      const dedupeKey = `tell-returned:${claimed.id}:${led.leader ?? led.incidentId}`;
      await askToTellReturned(records, { ...led, teamId, owner, now: clock.now(), dedupeKey });
    }
    return accept(undefined);
  });
  wake();
}

async function readReturned(
  { database: { records }, clock }: TellPorts,
  { teamId, owner, personId }: TellReturned,
  ids: readonly ActionItemId[],
): Promise<ReturnedItems> {
  const zone = personId === undefined ? UTC : await zoneOf(records, teamId, personId);
  return { owner, day: calendarDateAt(clock.now(), zone), items: await returnedNow(records, ids, personId) };
}

/** Undefined where there is neither somebody nor a channel. */
async function send(
  { actionItemMessenger }: TellPorts,
  { personId, channel, returned }: Readers & { readonly returned: ReturnedItems },
  claimed: ClaimedWork,
): Promise<MessageRef | undefined> {
  if (personId !== undefined) {
    return actionItemMessenger.tellReturned(personId, returned, attempt(claimed));
  }
  return channel && actionItemMessenger.tellChannel(channel, { kind: 'returned', returned }, attempt(claimed));
}

interface Sent {
  readonly work: TellReturned;
  readonly ids: readonly ActionItemId[];
  readonly returned: ReturnedItems;
  readonly message: MessageRef;
  readonly claimed: ClaimedWork;
}

/** From now on the message follows its items; what an earlier attempt sent may show them as they were then. */
async function keepSent(
  { database, clock, wake }: TellPorts,
  { work: { teamId, personId }, ids, returned, message, claimed }: Sent,
): Promise<void> {
  await database.transaction(async (records) => {
    await records.itemMessages.addAll(teamId, ids, { message, kind: 'returned', personId });
    return accept(undefined);
  });
  await database.transaction(async (records) => {
    if (claimed.attempts > 0 || (await areShownOtherwise(records, returned.items))) {
      await askToRefreshMessage(records, { teamId, message, now: clock.now() });
    }
    return accept(undefined);
  });
  wake();
}
