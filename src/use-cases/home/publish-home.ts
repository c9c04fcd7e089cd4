import type { PersonId, TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import { readFigures } from '../action-items/read-figures.ts';
import { listIncidents } from '../incident/list-incidents.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Ports } from '../ports.ts';
import type { Requester } from '../request.ts';

/** Asks for somebody's home page to be drawn; whoever tells us that they opened it must not wait for that. */
export async function askForHome(
  ports: Pick<Ports, 'database' | 'clock' | 'wake'>,
  { teamId, personId, deliveryKey }: Requester,
): Promise<void> {
  await ports.database.transaction(async (records) => {
    await records.work.add({
      work: { kind: 'publish-home', teamId, personId },
      lane: `home:${personId}`,
      runAt: ports.clock.now(),
      dedupeKey: `home:${teamId}:${deliveryKey}`,
    });
    return accept(undefined);
  });
  ports.wake();
}

/** Shows somebody what is open as of now, of private incidents only those that they are in; to an administrator figures too. */
export async function publishHome(
  ports: Pick<Ports, 'database' | 'directory' | 'messenger' | 'policy' | 'clock'>,
  viewer: { readonly teamId: TeamId; readonly personId: PersonId },
): Promise<void> {
  const { teamId, personId } = viewer;
  const open = await listIncidents(ports, viewer);
  const person = (await knowPeople(ports, teamId, [personId])).get(personId);
  const figures = person?.isAdmin ? await readFigures(ports, teamId) : undefined;
  await ports.messenger.publishHome(personId, { open, figures });
}
