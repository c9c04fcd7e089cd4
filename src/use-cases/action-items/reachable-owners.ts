import type { GroupId, PersonId, TeamId } from '../../domain/ids.ts';
import { canBeReached, type Party, type Person } from '../../domain/people/person.ts';
import { knowPeople } from '../people/know-people.ts';
import { DeliveryError, type Ports } from '../ports.ts';

/** Who is behind an owner and can read what is sent to them. For the worker only: it waits for the chat system. */
export async function reachableOwners(
  ports: Pick<Ports, 'database' | 'directory'>,
  team: TeamId,
  owner: Party | undefined,
): Promise<readonly Person[]> {
  if (owner === undefined) {
    return [];
  }
  const ids = owner.kind === 'person' ? [owner.id] : await membersOf(ports, owner.id);
  const people = await knowPeople(ports, team, ids);
  return [...people.values()].filter(canBeReached);
}

/** A group that is gone has nobody; what else is to be told must not fail with it. */
async function membersOf({ directory }: Pick<Ports, 'directory'>, group: GroupId): Promise<readonly PersonId[]> {
  try {
    return await directory.listGroupMembers(group);
  } catch (fault) {
    if (fault instanceof DeliveryError && fault.sort === 'never') {
      return [];
    }
    throw fault;
  }
}
