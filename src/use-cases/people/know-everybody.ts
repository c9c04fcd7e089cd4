import type { TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Ports } from '../ports.ts';
import { keepPerson } from './keep-person.ts';

/**
 * Remembers a page of the workspace's people and asks for the next. Done at every start, so that almost nobody is a
 * stranger when they first speak; later changes are heard as they happen.
 */
export async function knowEverybody(
  ports: Pick<Ports, 'database' | 'directory' | 'clock' | 'wake'>,
  { teamId, cursor }: { readonly teamId: TeamId; readonly cursor: string | undefined },
): Promise<void> {
  const { people, nextCursor } = await ports.directory.listPeople(cursor);
  await ports.database.transaction(async (records) => {
    const before = await records.people.find(
      teamId,
      people.map(({ id }) => id),
    );
    for (const person of people) {
      await keepPerson(records, person, { before: before.get(person.id), now: ports.clock.now() });
    }
    if (nextCursor !== undefined) {
      await records.work.add({
        work: { kind: 'know-everybody', teamId, cursor: nextCursor },
        lane: 'know-everybody',
        runAt: ports.clock.now(),
        dedupeKey: undefined,
      });
    }
    return accept(undefined);
  });
  ports.wake();
}
