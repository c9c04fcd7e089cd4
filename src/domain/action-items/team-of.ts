import type { PersonId } from '../ids.ts';
import type { Group, Party } from '../people/person.ts';

/** The groups of the policy that count as teams. */
export interface Teams {
  readonly listed: readonly Group[];
  /** Of whoever is in several the first. */
  readonly ofPerson: ReadonlyMap<PersonId, Group>;
}

/** The group that owns it, else the team of its owner. */
export function teamOf(owner: Party | undefined, { listed, ofPerson }: Teams): Group | undefined {
  if (owner?.kind === 'group') {
    return listed.find(({ id }) => id === owner.id) ?? { id: owner.id, handle: owner.handle };
  }
  return owner && ofPerson.get(owner.id);
}
