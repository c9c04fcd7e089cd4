import { addCalendarDays, type CalendarDate, type Instant, instantOnDate, type TimeZone } from '../time.ts';
import { isoWeekday } from '../timeline/calendar.ts';
import { isWorkingDay, type WorkingCalendar } from '../working-calendar.ts';

/** From so many days after its due date on, an item is told to everybody. */
export const LONG_OVERDUE = 14;

/** So many of each team are told one by one. */
export const TOLD_OF_TEAM = 5;

const WEEK = 7;

/** When what is long overdue is told. */
export interface WeeklyTime {
  readonly calendar: WorkingCalendar;
  /** `HH:mm` */
  readonly timeOfDay: string;
  readonly zone: TimeZone;
}

/** The Monday on which the week of that day begins. */
export function weekOf(day: CalendarDate): CalendarDate {
  return addCalendarDays(day, 1 - isoWeekday(day));
}

/** On the first working day of the week that begins on `monday`; missing in a week in which nobody works. */
export function weeklyInstant(monday: CalendarDate, { calendar, timeOfDay, zone }: WeeklyTime): Instant | undefined {
  const days = Array.from({ length: WEEK }, (_, index) => addCalendarDays(monday, index));
  const first = days.find((day) => isWorkingDay(day, calendar));
  return first && instantOnDate(first, timeOfDay, zone);
}

/** Nobody is without work for longer. */
const WEEKS_AHEAD = 53;

/** The first such instant that comes after `after`, a day of which is `day`. */
export function nextWeeklyInstant(day: CalendarDate, after: Instant, time: WeeklyTime): Instant | undefined {
  const monday = weekOf(day);
  for (let week = 0; week < WEEKS_AHEAD; week++) {
    const instant = weeklyInstant(addCalendarDays(monday, week * WEEK), time);
    if (instant !== undefined && instant > after) {
      return instant;
    }
  }
  return undefined;
}
