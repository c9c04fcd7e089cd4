import { addCalendarDays, type CalendarDate } from './time.ts';
import { isoWeekday } from './timeline/calendar.ts';

/** Which days people work. */
export interface WorkingCalendar {
  /** 1 is Monday, 7 Sunday. */
  readonly workingDays: readonly number[];
  isHoliday(day: CalendarDate): boolean;
}

export function isWorkingDay(day: CalendarDate, calendar: WorkingCalendar): boolean {
  return calendar.workingDays.includes(isoWeekday(day)) && !calendar.isHoliday(day);
}

/** Negative counts back. A day on which nobody works counts as the evening of the working day before. */
export function addWorkingDays(from: CalendarDate, days: number, calendar: WorkingCalendar): CalendarDate {
  const step = Math.sign(days);
  let date = from;
  for (let left = Math.abs(days); left > 0; ) {
    date = addCalendarDays(date, step);
    left -= isWorkingDay(date, calendar) ? 1 : 0;
  }
  return date;
}

/** That day itself, or the nearest working day after it, or before it where `step` is -1. */
export function nearestWorkingDay(day: CalendarDate, step: 1 | -1, calendar: WorkingCalendar): CalendarDate {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, step, calendar);
}
