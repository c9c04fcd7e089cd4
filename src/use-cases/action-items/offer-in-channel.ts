import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { nextOfferAt } from '../../domain/action-items/next-reminder.ts';
import type { Reader } from '../../domain/action-items/reader.ts';
import type { ActionItemId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import { type Instant, UTC } from '../../domain/time.ts';
import { leaderOf } from '../people/leader-of.ts';
import type { Ports, Records } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import { laneOfItem } from './keep-change.ts';
import { readItem } from './read-item.ts';
import { tellChannel } from './tell-channel.ts';

type PlanPorts = Pick<Ports, 'policy' | 'calendarOf' | 'actionItemMessenger' | 'clock'>;
type OfferPorts = PlanPorts & Pick<Ports, 'database' | 'directory' | 'wake'>;

/**
 * In the caller's transaction: what neither has an owner nor somebody who leads is offered to all, when a leader would be,
 * and each week while nobody takes it.
 */
export async function askToOffer(ports: PlanPorts, records: Records, item: ActionItem): Promise<void> {
  const at = await offerAt(ports, records, item);
  if (at !== undefined) {
    await records.work.add({
      work: { kind: 'offer-in-channel', actionItemId: item.id },
      lane: laneOfItem(item),
      runAt: at,
      // One that is due already may have looked before it was kept that the channel was told.
      dedupeKey: at > ports.clock.now() ? `offer-in-channel:${item.id}:${at}` : undefined,
    });
  }
}

/** Unless the channel was told within a week, in whatever way, that nobody owns it. */
export async function offerInChannel(ports: OfferPorts, id: ActionItemId, claimed: ClaimedWork): Promise<void> {
  const { database, clock } = ports;
  const told = await readItem(database.records, id);
  const isOffered =
    told.item.status === 'open' &&
    told.item.owner === undefined &&
    told.incident.channel !== undefined &&
    (await leaderOf(ports, told.incident)) === undefined;
  const at = isOffered ? await offerAt(ports, database.records, told.item) : undefined;
  const isOwed = at !== undefined && at <= clock.now();
  const handedBack = { ...told, from: undefined, reason: undefined };
  await tellChannel(ports, told, { shown: { kind: 'handed-back', handedBack }, isOwed }, claimed);
  if (isOffered) {
    await database.transaction(async (records) => accept(await askToOffer(ports, records, told.item)));
    ports.wake();
  }
}

async function offerAt(ports: PlanPorts, records: Records, item: ActionItem): Promise<Instant | undefined> {
  const now = ports.clock.now();
  return nextOfferAt(item, everybody(ports), { now, lastTold: await lastToldAt(ports, records, item) });
}

/** When the channel was last told of it, but for its line. */
async function lastToldAt(
  { actionItemMessenger }: PlanPorts,
  records: Records,
  { id }: ActionItem,
): Promise<Instant | undefined> {
  const shown = await records.itemMessages.list(id);
  const told = shown.filter(({ kind, personId }) => kind !== 'line' && personId === undefined);
  return told
    .map(({ message }) => actionItemMessenger.sentAt(message))
    .toSorted()
    .at(-1);
}

/** A channel is nowhere in particular. */
function everybody({ policy, calendarOf }: PlanPorts): Reader {
  return { zone: UTC, calendar: calendarOf(UTC), timeOfDay: policy.reminderTime, awayUntil: undefined };
}
