import { accept } from '../../domain/result.ts';
import { listItems } from '../action-items/list-items.ts';
import { listIncidents } from '../incident/list-incidents.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Ports } from '../ports.ts';
import type { Requester } from '../request.ts';
import type { Work } from '../work.ts';
import { laneOfHome } from './redraw-homes.ts';
import type { shareHomeFigures } from './share-home-figures.ts';

/** So many of somebody's action items stand on their home page. */
const ITEMS = 20;

/** Asks for somebody's home page to be drawn; whoever tells us that they opened it must not wait for that. */
export async function askForHome(
  ports: Pick<Ports, 'database' | 'clock' | 'wake'>,
  { teamId, personId, deliveryKey }: Requester,
): Promise<void> {
  const now = ports.clock.now();
  await ports.database.transaction(async (records) => {
    await records.homes.noteOpened(teamId, personId, now);
    await records.work.add({
      work: { kind: 'publish-home', teamId, personId },
      lane: laneOfHome(personId),
      runAt: now,
      dedupeKey: `home:${teamId}:${deliveryKey}`,
    });
    return accept(undefined);
  });
  ports.wake();
}

/** Shows somebody what is open and theirs as of now, of private incidents only those that they are in; to an administrator figures of the others' items too. */
export async function publishHome(
  ports: Pick<Ports, 'database' | 'directory' | 'messenger' | 'policy' | 'clock'>,
  { teamId, personId, changedAt }: Extract<Work, { kind: 'publish-home' }>,
  figuresOf: ReturnType<typeof shareHomeFigures>,
): Promise<void> {
  const viewer = { teamId, personId };
  const filter = { show: 'open', whose: { kind: 'mine' }, incidentId: undefined } as const;
  const person = (await knowPeople(ports, teamId, [personId])).get(personId);
  await ports.messenger.publishHome(personId, {
    open: await listIncidents(ports, viewer),
    items: await listItems(ports, viewer, { filter, page: 0, most: ITEMS }),
    figures: person?.isAdmin ? await figuresOf(teamId, changedAt) : undefined,
  });
}
