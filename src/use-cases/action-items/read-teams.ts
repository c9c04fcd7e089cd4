import type { Teams } from '../../domain/action-items/team-of.ts';
import type { PersonId, TeamId } from '../../domain/ids.ts';
import type { Group } from '../../domain/people/person.ts';
import type { Ports } from '../ports.ts';

/** The policy's teams, with their members as last heard of. */
export async function readTeams(
  { database, policy }: Pick<Ports, 'database' | 'policy'>,
  team: TeamId,
): Promise<Teams> {
  const { teams } = policy.actionItems;
  const ofPerson = new Map<PersonId, Group>();
  for (const group of teams) {
    for (const person of await database.records.groupMembers.list(team, group.id)) {
      ofPerson.set(person, ofPerson.get(person) ?? group);
    }
  }
  return { listed: teams, ofPerson };
}
