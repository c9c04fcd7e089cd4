import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { endingOf, type ItemEnded } from '../../domain/action-items/ending.ts';
import {
  type Snooze,
  type SnoozedBefore,
  type SnoozeInThePast,
  type SnoozeTooFar,
  type SnoozeUnchanged,
  snooze,
  snoozeDay,
  timesSnoozed,
} from '../../domain/action-items/planning.ts';
import { accept, type Result } from '../../domain/result.ts';
import { type CalendarDate, calendarDateAt, type Instant } from '../../domain/time.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type { AlreadyHandled, ChangePorts } from '../change.ts';
import { zoneOf } from '../people/zone-of.ts';
import type { Ports, Records } from '../ports.ts';
import type { ItemNow } from './action-item-messenger.ts';
import { changeItem, type ItemRequest } from './change-item.ts';
import { findItem, type NoSuchActionItem } from './find-item.ts';

export interface SnoozeActionItem extends ItemRequest {
  readonly until: Snooze | { readonly day: CalendarDate };
  readonly reason: string;
}

export type SnoozeActionItemRefusal =
  | AlreadyHandled
  | NoSuchActionItem
  | ItemEnded
  | SnoozeInThePast
  | SnoozeTooFar
  | SnoozeUnchanged
  | SnoozedBefore;

type SnoozePorts = ChangePorts & Pick<Ports, 'calendarOf'>;

/** Its owner hears nothing of it before that day. */
export function snoozeActionItem(
  ports: SnoozePorts,
  request: SnoozeActionItem,
): Promise<Result<ItemNow, SnoozeActionItemRefusal>> {
  const { until } = request;
  const reason = request.reason.trim();
  return changeItem(ports, request, {
    action: 'snooze-action-item',
    reason,
    decide: async (known, records, now) => {
      const days = await daysOf(ports, records, { item: known.item, asker: request, now });
      return snooze(known, { ...days, until: typeof until === 'string' ? snoozeDay(until, days) : until.day, reason });
    },
  });
}

/** To which day a choice leads, for the form that asks for the reason. */
export async function previewSnooze(
  ports: Pick<Ports, 'database' | 'clock' | 'calendarOf'>,
  asked: ItemRequest & { readonly choice: Snooze | undefined },
): Promise<Result<ItemNow & { readonly until: CalendarDate | undefined; readonly times: number }, NoSuchActionItem>> {
  const { records } = ports.database;
  const found = await findItem(records, asked);
  if (!found.ok) {
    return found;
  }
  const { item, incident, history } = found.value;
  const days = await daysOf(ports, records, { item, asker: asked, now: ports.clock.now() });
  const until = asked.choice === undefined ? undefined : snoozeDay(asked.choice, days);
  return accept({ item, incident, ending: endingOf({ item, history }), until, times: timesSnoozed(history) });
}

/** Where its owner is; where a group owns it or nobody, where whoever asks is. */
async function daysOf(
  { calendarOf }: Pick<Ports, 'calendarOf'>,
  records: Records,
  asked: { readonly item: ActionItem; readonly asker: ItemRequest; readonly now: Instant },
): Promise<{ readonly today: CalendarDate; readonly calendar: WorkingCalendar }> {
  const { item, asker, now } = asked;
  const whose = item.owner?.kind === 'person' ? item.owner.id : asker.personId;
  const zone = await zoneOf(records, asker.teamId, whose);
  return { today: calendarDateAt(now, zone), calendar: calendarOf(zone) };
}
