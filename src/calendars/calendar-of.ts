import type { CalendarPolicy } from '../domain/policy.ts';
import type { TimeZone } from '../domain/time.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';

/** The calendar of whoever lives in a time zone, by the policy. */
export function calendarsOf(calendars: readonly CalendarPolicy[]): (zone: TimeZone) => WorkingCalendar {
  const everywhere: CalendarPolicy = { zones: [], workingDays: [1, 2, 3, 4, 5], country: undefined, holidays: [] };
  return (zone) => {
    const { workingDays, holidays } =
      calendars.find(({ zones }) => zones.includes(zone)) ??
      calendars.find(({ zones }) => zones.length === 0) ??
      everywhere;
    return { workingDays, isHoliday: (day) => holidays.includes(day) };
  };
}
