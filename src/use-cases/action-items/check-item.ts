import type { Incident } from '../../domain/incident/incident.ts';
import type { Party, PersonRefusal } from '../../domain/people/person.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { checkParty } from '../people/check-party.ts';
import type { Records } from '../ports.ts';

export type OwnerRefusal = PersonRefusal | { readonly kind: 'owner-not-in-private-incident' };

/** Only people in a private incident's channel may learn of it, so only they can own its work. */
export async function checkOwner(
  records: Records,
  incident: Incident,
  owner: Party | undefined,
): Promise<Result<Party | undefined, OwnerRefusal>> {
  if (owner === undefined) {
    return accept(undefined);
  }
  if (incident.isPrivate && !(owner.kind === 'person' && (await records.members.has(incident.id, owner.id)))) {
    return refuse({ kind: 'owner-not-in-private-incident' });
  }
  return checkParty(records, incident.teamId, owner);
}
