import type { PersonId, TeamId } from '../../domain/ids.ts';
import { type TimeZone, UTC } from '../../domain/time.ts';
import type { Records } from '../ports.ts';

/** Where somebody lives; UTC where nobody knows it. */
export async function zoneOf(records: Records, team: TeamId, person: PersonId): Promise<TimeZone> {
  return (await records.people.find(team, [person])).get(person)?.timeZone ?? UTC;
}
