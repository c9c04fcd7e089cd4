import type { GroupId, PersonId } from '../domain/ids.ts';
import type { Party } from '../domain/people/person.ts';

export interface PartyColumns {
  readonly kind: 'person' | 'group';
  readonly id: PersonId | GroupId;
  readonly handle: string | null;
}

export function toParty({ kind, id, handle }: PartyColumns): Party {
  return kind === 'person' ? { kind, id: id as PersonId } : { kind, id: id as GroupId, handle: handle ?? '' };
}

export function fromParty(party: Party): PartyColumns {
  return { kind: party.kind, id: party.id, handle: party.kind === 'group' ? party.handle : null };
}
