import type { Incident } from '../../incident/incident.ts';
import {
  addCalendarDays,
  type CalendarDate,
  calendarDateAt,
  type Instant,
  instantOnDate,
  type TimeZone,
} from '../../time.ts';
import { isoWeekday } from '../../timeline/calendar.ts';

/** In how many working days a postmortem is to be published, and which days those are. */
export interface DeadlinePolicy {
  /** By severity; none where it is missing. */
  readonly dueWorkingDays: Readonly<Record<string, number>>;
  readonly zone: TimeZone;
  /** 1 is Monday, 7 Sunday. */
  readonly workingDays: readonly number[];
}

export const REMINDERS = ['before', 'on-the-day', 'after'] as const;

/** On the working day before the one on which it is due, on that day, and on the working day after. */
export type Reminder = (typeof REMINDERS)[number];

/** Counted from the day of the resolution, as nobody may have closed the incident yet. Nobody is pressed for a drill's. */
export function dueOn(
  { status, severity, resolvedAt, isDrill }: Pick<Incident, 'status' | 'severity' | 'resolvedAt' | 'isDrill'>,
  policy: DeadlinePolicy,
): CalendarDate | undefined {
  const days = policy.dueWorkingDays[severity];
  return days === undefined || resolvedAt === undefined || status === 'canceled' || isDrill
    ? undefined
    : addWorkingDays(calendarDateAt(resolvedAt, policy.zone), days, policy);
}

/** Negative counts back. A day on which nobody works counts as the evening of the working day before. */
export function addWorkingDays(
  from: CalendarDate,
  days: number,
  { workingDays }: Pick<DeadlinePolicy, 'workingDays'>,
): CalendarDate {
  const step = Math.sign(days);
  let date = from;
  for (let left = Math.abs(days); left > 0; ) {
    date = addCalendarDays(date, step);
    left -= workingDays.includes(isoWeekday(date)) ? 1 : 0;
  }
  return date;
}

export function dayOfReminder(reminder: Reminder, due: CalendarDate, policy: DeadlinePolicy): CalendarDate {
  switch (reminder) {
    case 'before':
      return addWorkingDays(due, -1, policy);
    case 'on-the-day':
      return due;
    case 'after':
      return addWorkingDays(due, 1, policy);
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
