import type { PersonId, TeamId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/person.ts';
import { accept } from '../../domain/result.ts';
import type { Ports } from '../ports.ts';
import { keepPerson } from './keep-person.ts';

/** Those people, looked up and remembered where they are new. For the worker only: it waits for the chat system. */
export async function knowPeople(
  ports: Pick<Ports, 'database' | 'directory'>,
  team: TeamId,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Person>> {
  const known = new Map(await ports.database.records.people.find(team, ids));
  for (const id of new Set(ids)) {
    if (!known.has(id)) {
      const person = await ports.directory.findPerson(id);
      if (person !== undefined) {
        await ports.database.transaction(async ({ people }) => accept(await people.save(person)));
        known.set(id, person);
      }
    }
  }
  return known;
}

/** Keeps what was last heard of somebody: a new name, another time zone, a deactivation. */
export async function rememberPerson(ports: Pick<Ports, 'database' | 'clock' | 'wake'>, person: Person): Promise<void> {
  await ports.database.transaction(async (records) => {
    const before = (await records.people.find(person.teamId, [person.id])).get(person.id);
    await keepPerson(records, person, { before, now: ports.clock.now() });
    return accept(undefined);
  });
  ports.wake();
}
