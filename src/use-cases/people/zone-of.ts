import type { PersonId, TeamId } from '../../domain/ids.ts';
import { type CalendarDate, calendarDateAt, type Instant, type TimeZone, UTC } from '../../domain/time.ts';
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
