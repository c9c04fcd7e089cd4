import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { canBeReached, type Person } from '../../domain/people/person.ts';
import type { Ports } from '../ports.ts';
import { knowPeople } from './know-people.ts';
import { maySee } from './may-see.ts';

/** The first of these people who can hear of the incident; for the worker only. */
export async function firstToHear(
  ports: Pick<Ports, 'database' | 'directory'>,
  incident: Incident,
  candidates: readonly (PersonId | undefined)[],
): Promise<Person | undefined> {
  const ids = candidates.filter((id) => id !== undefined);
  const people = await knowPeople(ports, incident.teamId, ids);
  for (const id of ids) {
    const person = people.get(id);
    if (person !== undefined && canBeReached(person) && (await maySee(ports.database.records, incident, id))) {
      return person;
    }
  }
  return undefined;
}
