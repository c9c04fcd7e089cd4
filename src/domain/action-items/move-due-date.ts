import { accept, type Result, refuse } from '../result.ts';
import type { CalendarDate } from '../time.ts';
import { addWorkingDays, type WorkingCalendar } from '../working-calendar.ts';
import type { ActionItem } from './action-item.ts';

/** A day for all, or so many working days later; fewer than none is earlier. */
export type NewDate =
  | { readonly kind: 'day'; readonly day: CalendarDate }
  | { readonly kind: 'move'; readonly workingDays: number };

export interface NoDueDate {
  readonly kind: 'no-due-date';
}

/** When an item is due by what was asked for several at once. One that is late is moved from today on: it was not done before. */
export function newDueDate(
  { dueOn }: Pick<ActionItem, 'dueOn'>,
  asked: NewDate,
  { today, calendar }: { readonly today: CalendarDate; readonly calendar: WorkingCalendar },
): Result<CalendarDate, NoDueDate> {
  if (asked.kind === 'day') {
    return accept(asked.day);
  }
  return dueOn === undefined
    ? refuse({ kind: 'no-due-date' })
    : accept(addWorkingDays(dueOn < today ? today : dueOn, asked.workingDays, calendar));
}
