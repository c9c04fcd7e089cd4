import type { GroupId, PersonId, TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import { DeliveryError, type Ports } from '../ports.ts';

/** Who is in a group that owns items: as kept, else as the chat system says. For the worker only. */
export async function membersOf(
  ports: Pick<Ports, 'database' | 'directory'>,
  team: TeamId,
  group: GroupId,
): Promise<readonly PersonId[]> {
  const known = await ports.database.records.groupMembers.list(team, group);
  return known.length > 0 ? known : readMembers(ports, team, group);
}

/** As the chat system says now, and keeps them. A group that is gone has nobody; what else is to be done must not fail with it. */
async function readMembers(
  { database, directory }: Pick<Ports, 'database' | 'directory'>,
  team: TeamId,
  group: GroupId,
): Promise<readonly PersonId[]> {
  const members = await directory.listGroupMembers(group).catch(noneWhereGone);
  await database.transaction(async ({ groupMembers }) => accept(await groupMembers.replace(team, group, members)));
  return members;
}

function noneWhereGone(fault: unknown): readonly PersonId[] {
  if (fault instanceof DeliveryError && fault.sort === 'never') {
    return [];
  }
  throw fault;
}
