import type { GroupId, PersonId } from '../ids.ts';
import type { Group, Party } from '../people/person.ts';

/** The policy's groups that count as teams, in its order, and who is in them. */
export interface Teams {
  readonly listed: readonly Group[];
  readonly members: ReadonlyMap<GroupId, ReadonlySet<PersonId>>;
}

/** The group that owns it, else the first listed one that its owner is in. */
export function teamOf(owner: Party | undefined, { listed, members }: Teams): Group | undefined {
  if (owner?.kind === 'group') {
    return listed.find(({ id }) => id === owner.id) ?? { id: owner.id, handle: owner.handle };
  }
  return owner && listed.find(({ id }) => members.get(id)?.has(owner.id));
}
