import { accept, type Result, refuse } from '../result.ts';
import { addCalendarDays, type CalendarDate } from '../time.ts';

export interface DueInThePast {
  readonly kind: 'due-in-the-past';
  readonly dueOn: CalendarDate;
}

export interface DueTooFar {
  readonly kind: 'due-too-far';
  readonly dueOn: CalendarDate;
}

/** Ten years, in days: what is further off was mistyped, and nobody would hear of it again. */
const FARTHEST = 3_652;

/** `firstDay` is today for whoever says it. */
export function checkDueDay(
  dueOn: CalendarDate,
  firstDay: CalendarDate,
): Result<CalendarDate, DueInThePast | DueTooFar> {
  if (dueOn < firstDay) {
    return refuse({ kind: 'due-in-the-past', dueOn });
  }
  return isTooFar(dueOn, firstDay) ? refuse({ kind: 'due-too-far', dueOn }) : accept(dueOn);
}

export function isTooFar(day: CalendarDate, today: CalendarDate): boolean {
  return day > addCalendarDays(today, FARTHEST);
}
