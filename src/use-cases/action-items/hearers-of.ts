import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import type { Unheard } from '../../domain/action-items/unheard.ts';
import { canBeReached, type Person } from '../../domain/people/person.ts';
import { knowPeople } from '../people/know-people.ts';
import { leaderOf } from '../people/leader-of.ts';
import { maySee } from '../people/may-see.ts';
import type { Ports } from '../ports.ts';
import { membersOf } from './members-of.ts';

/** Who is to hear of an open item. */
export interface Hearers {
  /** Those behind its owner who can be reached and may see it. */
  readonly owners: readonly Person[];
  readonly leader: Person | undefined;
  /** Why its owner does not hear of it. */
  readonly unheard: Unheard | undefined;
}

/** For the worker only: it waits for the chat system. */
export async function hearersOf(
  ports: Pick<Ports, 'database' | 'directory'>,
  { item, incident }: ItemOfIncident,
): Promise<Hearers> {
  if (item.status !== 'open') {
    return { owners: [], leader: undefined, unheard: undefined };
  }
  const leader = await leaderOf(ports, incident);
  const { owner } = item;
  if (owner === undefined) {
    return { owners: [], leader, unheard: undefined };
  }
  const ids = owner.kind === 'person' ? [owner.id] : await membersOf(ports, incident.teamId, owner.id);
  const people = [...(await knowPeople(ports, incident.teamId, ids)).values()];
  const reached = people.filter(canBeReached);
  const owners: Person[] = [];
  for (const person of reached) {
    if (await maySee(ports.database.records, incident, person.id)) {
      owners.push(person);
    }
  }
  return { owners, leader, unheard: owners.length > 0 ? undefined : whyUnheard(owner.kind, people, reached) };
}

function whyUnheard(kind: 'person' | 'group', people: readonly Person[], reached: readonly Person[]): Unheard {
  if (reached.length > 0) {
    return 'not-in-channel';
  }
  return kind === 'person' && people.some(({ isDeactivated }) => isDeactivated) ? 'deactivated' : 'nobody';
}
