import {
  addCalendarDays,
  type CalendarDate,
  calendarDateAt,
  type Instant,
  instantOnDate,
  type TimeZone,
} from '../time.ts';
import type { ActionItem } from './action-item.ts';

/**
 * When to remind an owner: at `timeOfDay` (`HH:mm` in their zone) on the day after the due date; where that has
 * passed already, at the next such time, never in the middle of a night.
 */
export function reminderAt(
  dueOn: CalendarDate,
  reader: { readonly timeOfDay: string; readonly zone: TimeZone },
  now: Instant,
): Instant {
  const dayAfter = instantOnDate(addCalendarDays(dueOn, 1), reader.timeOfDay, reader.zone);
  if (dayAfter >= now) {
    return dayAfter;
  }
  const today = calendarDateAt(now, reader.zone);
  const next = instantOnDate(today, reader.timeOfDay, reader.zone);
  return next >= now ? next : instantOnDate(addCalendarDays(today, 1), reader.timeOfDay, reader.zone);
}

/** Whether a reminder that was scheduled for that due date still says something true. */
export function needsReminder(item: ActionItem, dueOn: CalendarDate): boolean {
  return item.status === 'open' && item.dueOn === dueOn;
}
