import type { TeamId } from '../../domain/ids.ts';
import type { Party, PersonRefusal } from '../../domain/people/person.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Records } from '../ports.ts';

/** Refuses a bot and somebody deactivated. Whoever is not known yet passes; the worker looks again before it writes. */
export async function checkParty(records: Records, team: TeamId, party: Party): Promise<Result<Party, PersonRefusal>> {
  if (party.kind === 'group') {
    return accept(party);
  }
  const person = (await records.people.find(team, [party.id])).get(party.id);
  if (person?.isBot) {
    return refuse({ kind: 'person-is-bot', name: person.name });
  }
  if (person?.isDeactivated) {
    return refuse({ kind: 'person-deactivated', name: person.name });
  }
  return accept(party);
}
