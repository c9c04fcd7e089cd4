import type { Teams } from '../../domain/action-items/team-of.ts';
import type { TeamId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';

/** The policy's teams, with their members as last heard of. */
export async function readTeams(
  { database, policy }: Pick<Ports, 'database' | 'policy'>,
  team: TeamId,
): Promise<Teams> {
  const { teams } = policy.actionItems;
  const members = await Promise.all(
    teams.map(async ({ id }) => [id, new Set(await database.records.groupMembers.list(team, id))] as const),
  );
  return { listed: teams, members: new Map(members) };
}
