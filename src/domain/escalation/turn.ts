import type { PersonId } from '../ids.ts';
import {
  addCalendarDays,
  type CalendarDate,
  calendarDateAt,
  calendarDaysBetween,
  type Instant,
  instantOnDate,
} from '../time.ts';
import { isoWeekday } from '../timeline/calendar.ts';
import type { Rota } from './rota.ts';
import type { Span } from './span.ts';

const WEEK_DAYS = 7;

/** A week of duty by the rota alone, whoever covers it. */
export interface Turn extends Span {
  readonly person: PersonId;
}

/** Whose turn it is. Before the first hand-over too: the order goes round in both directions. */
export function turnAt(rota: Rota, at: Instant): Turn {
  const day = handOverBefore(rota, at);
  const weeks = Math.round(calendarDaysBetween(rota.firstHandOver, day) / WEEK_DAYS);
  const { members } = rota;
  const person = members[((weeks % members.length) + members.length) % members.length];
  if (person === undefined) {
    throw new Error(`the rota ${rota.name} has no members`);
  }
  return { person, from: handOverOn(rota, day), until: handOverOn(rota, addCalendarDays(day, WEEK_DAYS)) };
}

/**
 * The day of the last hand-over until then. A hand-over whose time is skipped comes on the same day as much later; one
 * whose time is repeated is the first. Tomorrow is looked at too, for clocks that go back over midnight.
 */
function handOverBefore(rota: Rota, at: Instant): CalendarDate {
  const tomorrow = addCalendarDays(calendarDateAt(at, rota.zone), 1);
  const since = (WEEK_DAYS + isoWeekday(tomorrow) - rota.handOverWeekday) % WEEK_DAYS;
  const day = addCalendarDays(tomorrow, -since);
  return handOverOn(rota, day) <= at ? day : addCalendarDays(day, -WEEK_DAYS);
}

function handOverOn({ handOverTime, zone }: Rota, day: CalendarDate): Instant {
  return instantOnDate(day, handOverTime, zone);
}
