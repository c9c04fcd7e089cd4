import type { PersonId } from '../../ids.ts';
import type { Party, Person } from '../../people/person.ts';

/** How people and groups are called in a document. */
export interface Names {
  ofPerson(id: PersonId): string;
  ofParty(party: Party): string;
}

const UNKNOWN = 'someone unknown';

export function namesIn(people: ReadonlyMap<PersonId, Person>): Names {
  const ofPerson = (id: PersonId) => people.get(id)?.name ?? UNKNOWN;
  return {
    ofPerson,
    ofParty: (party) => (party.kind === 'group' ? `@${party.handle}` : ofPerson(party.id)),
  };
}
