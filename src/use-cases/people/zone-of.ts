import type { PersonId, TeamId } from '../../domain/ids.ts';
import {
  addMilliseconds,
  type CalendarDate,
  calendarDateAt,
  HOUR,
  type Instant,
  type TimeZone,
  UTC,
} from '../../domain/time.ts';
import type { Records } from '../ports.ts';
import type { Requester } from '../request.ts';

/** Where somebody lives; UTC where nobody knows it. */
export async function zoneOf(records: Records, team: TeamId, person: PersonId): Promise<TimeZone> {
  return (await records.people.find(team, [person])).get(person)?.timeZone ?? UTC;
}

/** Which day it is there. */
export async function todayOf(
  records: Records,
  { teamId, personId }: Pick<Requester, 'teamId' | 'personId'>,
  at: Instant,
): Promise<CalendarDate> {
  return calendarDateAt(at, await zoneOf(records, teamId, personId));
}

/** The earliest day that is not over for them: where nobody knows where they live, anywhere, which is as far as 12 hours behind UTC. */
export async function firstDayOf(
  records: Records,
  { teamId, personId }: Pick<Requester, 'teamId' | 'personId'>,
  at: Instant,
): Promise<CalendarDate> {
  const zone = (await records.people.find(teamId, [personId])).get(personId)?.timeZone;
  return zone === undefined ? calendarDateAt(addMilliseconds(at, -12 * HOUR), UTC) : calendarDateAt(at, zone);
}
