import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Person } from '../../domain/people/person.ts';
import { COMMANDER, holderOf } from '../../domain/roles/role.ts';
import type { Ports } from '../ports.ts';
import { firstToHear } from './first-to-hear.ts';

/**
 * The commander, else whoever closed it, else whoever declared it: the first of them who can hear of the incident. For the
 * worker only.
 */
export async function leaderOf(
  ports: Pick<Ports, 'database' | 'directory'>,
  incident: Incident,
): Promise<Person | undefined> {
  const commander = holderOf(await ports.database.records.roles.list(incident.id), COMMANDER);
  const found = commander && (await firstToHear(ports, incident, [commander]));
  return found ?? firstToHear(ports, incident, [await closerOf(ports, incident), incident.declaredBy]);
}

async function closerOf({ database }: Pick<Ports, 'database'>, incident: Incident): Promise<PersonId | undefined> {
  if (incident.closedAt === undefined) {
    return undefined;
  }
  return (await database.records.timeline.findLast(incident.id, 'closed'))?.recordedBy;
}
