import { addCalendarDays, type CalendarDate } from '../time.ts';
import { nearestWorkingDay, type WorkingCalendar } from '../working-calendar.ts';
import type { ActionItem } from './action-item.ts';

/** In days from the due date; after the last of them every week. */
const OWNERS = [-2, 0, 1, 3, 7];
const WEEK = 7;
const YEARS_OF_WEEKS = 520;

/** The next day after `after` on which somebody is to be reminded of an open item; undefined where none comes. */
export function nextReminderOn(
  { dueOn }: Pick<ActionItem, 'dueOn'>,
  _capacity: 'owner' | 'leader',
  { after, calendar }: { readonly after: CalendarDate; readonly calendar: WorkingCalendar },
): CalendarDate | undefined {
  if (dueOn === undefined) {
    return undefined;
  }
  for (let step = 0; step < OWNERS.length + YEARS_OF_WEEKS; step++) {
    const offset = OWNERS[step] ?? WEEK * (step - OWNERS.length + 2);
    const day = nearestWorkingDay(addCalendarDays(dueOn, offset), offset <= 0 ? -1 : 1, calendar);
    if (day > after) {
      return day;
    }
  }
  return undefined;
}
