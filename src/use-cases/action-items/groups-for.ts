import type { TeamId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Group } from '../../domain/people/person.ts';
import type { Records } from '../ports.ts';

/** To choose an owner from. A private incident's work belongs to people in its channel, and to no group. */
export async function groupsFor(
  records: Records,
  teamId: TeamId,
  incident: Incident | undefined,
): Promise<readonly Group[]> {
  return incident?.isPrivate === true ? [] : records.groups.list(teamId);
}
