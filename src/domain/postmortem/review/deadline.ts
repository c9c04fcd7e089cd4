import type { Incident } from '../../incident/incident.ts';
import { type CalendarDate, calendarDateAt, type Instant, instantOnDate, type TimeZone } from '../../time.ts';
import { addWorkingDays, type WorkingCalendar } from '../../working-calendar.ts';

/** In how many working days a postmortem is to be published, and which days those are. */
export interface DeadlinePolicy {
  /** By severity; none where it is missing. */
  readonly dueWorkingDays: Readonly<Record<string, number>>;
  readonly zone: TimeZone;
  /** 1 is Monday, 7 Sunday. */
  readonly workingDays: readonly number[];
}

export type Deadlines = DeadlinePolicy & WorkingCalendar;

export const REMINDERS = ['before', 'on-the-day', 'after'] as const;

/** On the working day before the one on which it is due, on that day, and on the working day after. */
export type Reminder = (typeof REMINDERS)[number];

/** Counted from the day of the resolution, as nobody may have closed the incident yet. Of a drill nobody waits for one. */
export function dueOn(
  { status, severity, resolvedAt, isDrill }: Pick<Incident, 'status' | 'severity' | 'resolvedAt' | 'isDrill'>,
  deadlines: Deadlines,
): CalendarDate | undefined {
  const days = deadlines.dueWorkingDays[severity];
  return days === undefined || resolvedAt === undefined || status === 'canceled' || isDrill
    ? undefined
    : addWorkingDays(calendarDateAt(resolvedAt, deadlines.zone), days, deadlines);
}

export function dayOfReminder(reminder: Reminder, due: CalendarDate, calendar: WorkingCalendar): CalendarDate {
  switch (reminder) {
    case 'before':
      return addWorkingDays(due, -1, calendar);
    case 'on-the-day':
      return due;
    case 'after':
      return addWorkingDays(due, 1, calendar);
  }
}

/** Where the day begins first. Whoever hears of it, it is that time of day nowhere earlier. */
const EASTERNMOST = 'Pacific/Kiritimati' as TimeZone;

/** When to look who is to be reminded, wherever they live. */
export function firstInstantOf(day: CalendarDate, timeOfDay: string): Instant {
  return instantOnDate(day, timeOfDay, EASTERNMOST);
}

/** Whether a reminder still says something true on that day, should it come late. */
export function isStillTrue(reminder: Reminder, due: CalendarDate, today: CalendarDate): boolean {
  switch (reminder) {
    case 'before':
      return today < due;
    case 'on-the-day':
      return today === due;
    case 'after':
      return today > due;
  }
}
