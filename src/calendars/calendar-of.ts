import type { CalendarPolicy } from '../domain/policy.ts';
import type { TimeZone } from '../domain/time.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';
import { publicHolidays } from './public-holidays.ts';
import { sameZone } from './same-zone.ts';

const EVERYWHERE: CalendarPolicy = { zones: [], workingDays: [1, 2, 3, 4, 5], country: undefined, holidays: [] };

/** The calendar of whoever lives in a time zone, by the policy. */
export function calendarsOf(calendars: readonly CalendarPolicy[]): (zone: TimeZone) => WorkingCalendar {
  const ofZones = calendars.map((policy) => ({ ...policy, calendar: toCalendar(policy) }));
  const elsewhere = toCalendar(calendars.find(({ zones }) => zones.length === 0) ?? EVERYWHERE);
  const ofZone = new Map<TimeZone, WorkingCalendar>();
  return (zone) => {
    const known = ofZone.get(zone);
    if (known !== undefined) {
      return known;
    }
    const theirs = ofZones.find(({ zones }) => zones.some((listed) => sameZone(listed, zone)));
    const calendar = theirs?.calendar ?? elsewhere;
    ofZone.set(zone, calendar);
    return calendar;
  };
}

function toCalendar({ workingDays, country, holidays }: CalendarPolicy): WorkingCalendar {
  const listed = new Set(holidays);
  const isPublicHoliday = country === undefined ? () => false : publicHolidays(country);
  return { workingDays, isHoliday: (day) => listed.has(day) || isPublicHoliday(day) };
}
