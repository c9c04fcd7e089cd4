import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Records } from '../ports.ts';

/** Who is in the group that owns an item, as kept since they were told of it. */
export async function owningMembers(
  records: Records,
  { teamId }: Incident,
  { owner }: Pick<ActionItem, 'owner'>,
): Promise<readonly PersonId[]> {
  return owner?.kind === 'group' ? records.groupMembers.list(teamId, owner.id) : [];
}
