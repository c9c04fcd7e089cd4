import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { concernsLeader, type Remindable, reminderAfter } from '../../domain/action-items/ladder.ts';
import type { Reader } from '../../domain/action-items/reader.ts';
import type { ActionItemId } from '../../domain/ids.ts';
import { calendarDateAt, type Instant, instantOnDate, later, UTC } from '../../domain/time.ts';
import { leaderOf } from '../people/leader-of.ts';
import type { Ports, Records } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import { laneOfItem } from './keep-change.ts';
import { readItem } from './read-item.ts';
import { tellChannel } from './tell-channel.ts';

type CalendarPorts = Pick<Ports, 'policy' | 'calendarOf'>;

/** In the caller's transaction: what neither has an owner nor somebody who leads is offered to all, when a leader would be. */
export async function askToOffer(
  ports: CalendarPorts,
  records: Records,
  item: ActionItem,
  now: Instant,
): Promise<void> {
  const reader = everybody(ports);
  const day = reminderAfter(offered(item), reader, undefined);
  if (day !== undefined) {
    await records.work.add({
      work: { kind: 'offer-in-channel', actionItemId: item.id },
      lane: laneOfItem(item),
      runAt: later(now, instantOnDate(day, reader.timeOfDay, reader.zone)),
      dedupeKey: `offer-in-channel:${item.id}:${item.plannedAt}`,
    });
  }
}

/** Once, and not where the channel was told in another way that nobody owns it. */
export async function offerInChannel(
  ports: CalendarPorts & Pick<Ports, 'database' | 'directory' | 'actionItemMessenger' | 'clock' | 'wake'>,
  id: ActionItemId,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const told = await readItem(records, id);
  const reader = everybody(ports);
  const today = calendarDateAt(ports.clock.now(), reader.zone);
  if (
    told.item.status !== 'open' ||
    told.item.owner !== undefined ||
    !concernsLeader(offered(told.item), reader, today)
  ) {
    return;
  }
  const shown = await records.itemMessages.list(id);
  const isTold = shown.some(({ kind, personId }) => kind !== 'line' && personId === undefined);
  if (!isTold && (await leaderOf(ports, told.incident)) === undefined) {
    const nobodys = { ...told, from: undefined, reason: undefined };
    await tellChannel(ports, told, { kind: 'handed-back', handedBack: nobodys }, claimed);
  }
}

function offered(item: ActionItem): Remindable {
  return { item, capacity: 'leader', lacksOwner: true };
}

/** A channel is nowhere in particular. */
function everybody({ policy, calendarOf }: CalendarPorts): Reader {
  return { zone: UTC, calendar: calendarOf(UTC), timeOfDay: policy.reminderTime, awayUntil: undefined };
}
