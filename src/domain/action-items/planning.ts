import { accept, type Result, refuse } from '../result.ts';
import { addCalendarDays, type CalendarDate } from '../time.ts';
import { nearestWorkingDay, type WorkingCalendar } from '../working-calendar.ts';
import type { ActionItem } from './action-item.ts';
import { type ActionItemChange, lastChangeOf } from './action-item-change.ts';
import { checkDueDay, type DueInThePast, type DueTooFar, isTooFar } from './due-day.ts';
import { type ItemEnded, type KnownItem, requireOpenItem } from './ending.ts';
import type { ChangedMeanwhile } from './ownership.ts';

/** In calendar days. */
export const SNOOZES = { 'one-day': 1, 'three-days': 3, 'one-week': 7 } as const;

export type Snooze = keyof typeof SNOOZES;

export interface DueUnchanged {
  readonly kind: 'due-unchanged';
  readonly dueOn: CalendarDate;
}

export interface SnoozeInThePast {
  readonly kind: 'snooze-in-the-past';
  readonly until: CalendarDate;
}

export interface SnoozeTooFar {
  readonly kind: 'snooze-too-far';
  readonly until: CalendarDate;
}

export interface SnoozeUnchanged {
  readonly kind: 'snooze-unchanged';
  readonly until: CalendarDate;
}

/** It was put off before, so this time it takes a reason. */
export interface SnoozedBefore {
  readonly kind: 'snoozed-before';
  readonly times: number;
}

/** A new date begins anew: what was put off before it is not any more. `seen` is the date that they were shown. */
export function changeDueDate(
  known: KnownItem,
  asked: { readonly dueOn: CalendarDate; readonly today: CalendarDate; readonly seen: string },
): Result<ActionItem, ItemEnded | DueInThePast | DueTooFar | DueUnchanged | ChangedMeanwhile> {
  const open = requireOpenItem(known);
  if (!open.ok) {
    return open;
  }
  const { dueOn, today, seen } = asked;
  const item = open.value;
  if (dueOn === item.dueOn) {
    return refuse({ kind: 'due-unchanged', dueOn });
  }
  const checked = checkDueDay(dueOn, today);
  if (!checked.ok) {
    return checked;
  }
  return seen === (item.dueOn ?? '')
    ? accept({ ...item, dueOn, snoozedUntil: undefined })
    : refuse({ kind: 'changed-meanwhile', item, last: lastChangeOf(known.history, 'dueOn') });
}

export interface AskedSnooze {
  readonly until: CalendarDate;
  readonly today: CalendarDate;
  /** Of whoever owns it: what is put off to a day on which they do not work comes back on the next on which they do. */
  readonly calendar: WorkingCalendar;
  readonly reason: string;
}

export function snooze(
  known: KnownItem,
  asked: AskedSnooze,
): Result<ActionItem, ItemEnded | SnoozeInThePast | SnoozeTooFar | SnoozeUnchanged | SnoozedBefore> {
  const open = requireOpenItem(known);
  if (!open.ok) {
    return open;
  }
  if (asked.until <= asked.today) {
    return refuse({ kind: 'snooze-in-the-past', until: asked.until });
  }
  if (isTooFar(asked.until, asked.today)) {
    return refuse({ kind: 'snooze-too-far', until: asked.until });
  }
  const until = nearestWorkingDay(asked.until, 1, asked.calendar);
  if (until === open.value.snoozedUntil) {
    return refuse({ kind: 'snooze-unchanged', until });
  }
  const times = timesSnoozed(known.history);
  return times > 0 && asked.reason === ''
    ? refuse({ kind: 'snoozed-before', times })
    : accept({ ...open.value, snoozedUntil: until });
}

export function snoozeDay(
  choice: Snooze,
  { today, calendar }: { readonly today: CalendarDate; readonly calendar: WorkingCalendar },
): CalendarDate {
  return nearestWorkingDay(addCalendarDays(today, SNOOZES[choice]), 1, calendar);
}

/** By its owner, or for them: another owner has put off nothing yet. */
export function timesSnoozed(history: readonly ActionItemChange[]): number {
  const given = history.findLastIndex(({ fields }) => fields.some(({ field }) => field === 'owner'));
  return history
    .slice(given + 1)
    .filter(({ fields }) => fields.some(({ field, to }) => field === 'snoozedUntil' && to !== undefined)).length;
}
