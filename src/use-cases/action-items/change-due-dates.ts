import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { checkDueDay, type DueInThePast, type DueTooFar } from '../../domain/action-items/due-day.ts';
import type { ItemEnded } from '../../domain/action-items/ending.ts';
import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import { type NewDate, type NoDueDate, newDueDate } from '../../domain/action-items/move-due-date.ts';
import type { ChangedMeanwhile } from '../../domain/action-items/ownership.ts';
import { changeDueDate, type DueUnchanged } from '../../domain/action-items/planning.ts';
import type { ActionItemId } from '../../domain/ids.ts';
import { accept, type Result } from '../../domain/result.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { firstDayOf, todayOf, zoneOf } from '../people/zone-of.ts';
import type { Ports, Records } from '../ports.ts';
import type { Requester } from '../request.ts';
import { findItem, type NoSuchActionItem } from './find-item.ts';
import { keepChange } from './keep-change.ts';

export interface ChangeDueDates extends Requester {
  /** Each with the date that they were shown, empty where it had none. */
  readonly chosen: readonly { readonly actionItemId: ActionItemId; readonly seen: string }[];
  readonly to: NewDate;
  readonly reason: string;
}

export type LeftRefusal =
  | NoSuchActionItem
  | ItemEnded
  | DueInThePast
  | DueTooFar
  | DueUnchanged
  | ChangedMeanwhile
  | NoDueDate;

export interface ChangedDates {
  readonly changed: readonly ItemOfIncident[];
  readonly left: readonly {
    /** Missing where they may not see it any more. */
    readonly title: string | undefined;
    readonly refusal: LeftRefusal;
  }[];
}

type DatePorts = ChangePorts & Pick<Ports, 'calendarOf'>;

export type ChangeDueDatesRefusal = AlreadyHandled | DueInThePast | DueTooFar;

/** Of several items at once, in one transaction; one that cannot be changed keeps no other from it. */
export function changeDueDates(
  ports: DatePorts,
  request: ChangeDueDates,
): Promise<Result<ChangedDates, ChangeDueDatesRefusal>> {
  return change<ChangedDates, ChangeDueDatesRefusal>(ports, request, async (records, now) => {
    const today = await todayOf(records, request, now);
    const firstDay = await firstDayOf(records, request, now);
    // Named for all, it is wrong for all; a move is judged for each.
    const named = request.to.kind === 'day' ? checkDueDay(request.to.day, firstDay) : accept(undefined);
    if (!named.ok) {
      return named;
    }
    const changed: ItemOfIncident[] = [];
    const left: ChangedDates['left'][number][] = [];
    for (const chosen of request.chosen) {
      const outcome = await changeOne(ports, records, { ...request, ...chosen, today, firstDay, now });
      if (outcome.ok) {
        changed.push(outcome.value);
      } else {
        const { kind } = outcome.refusal;
        const item = kind === 'no-such-action-item' ? undefined : await records.actionItems.find(chosen.actionItemId);
        left.push({ title: item?.title, refusal: outcome.refusal });
      }
    }
    return accept({ changed, left });
  });
}

interface OneDate extends Omit<ChangeDueDates, 'chosen'> {
  readonly actionItemId: ActionItemId;
  readonly seen: string;
  readonly today: CalendarDate;
  readonly firstDay: CalendarDate;
  readonly now: Instant;
}

async function changeOne(
  ports: DatePorts,
  records: Records,
  one: OneDate,
): Promise<Result<ItemOfIncident, LeftRefusal>> {
  const { to, seen, today, firstDay, now, personId: by } = one;
  const found = await findItem(records, one);
  if (!found.ok) {
    return found;
  }
  const { item, incident } = found.value;
  const dueOn = newDueDate(item, to, { today, calendar: await calendarOfOwner(ports, records, item, one) });
  if (!dueOn.ok) {
    return dueOn;
  }
  const after = changeDueDate(found.value, { dueOn: dueOn.value, seen, today: firstDay });
  if (!after.ok) {
    return after;
  }
  const reason = one.reason || undefined;
  const kept = { incident, before: item, after: after.value, by, now, action: 'change-due-date', reason };
  return accept({ incident, item: await keepChange(records, kept) });
}

/** Of a group’s, or of nobody’s, that of whoever asks. */
async function calendarOfOwner(
  { calendarOf }: DatePorts,
  records: Records,
  { owner }: ActionItem,
  { teamId, personId }: Requester,
): Promise<WorkingCalendar> {
  const id = owner?.kind === 'person' ? owner.id : personId;
  return calendarOf(await zoneOf(records, teamId, id));
}
