import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Records } from '../ports.ts';

/** Who is in the group that owns an item, as far as we heard, and whoever was told that it is theirs. */
export async function owningMembers(
  records: Records,
  { teamId }: Incident,
  { id, owner }: ActionItem,
): Promise<readonly PersonId[]> {
  if (owner?.kind !== 'group') {
    return [];
  }
  const told = await records.reminders.listRecipients(id);
  return [
    ...(await records.groupMembers.list(teamId, owner.id)),
    ...told.filter(({ capacity }) => capacity === 'owner').map(({ personId }) => personId),
  ];
}
