import type { Call, EscalationTarget } from '../../domain/escalation/escalation.ts';
import { targetInWords } from '../../domain/escalation/target.ts';
import type { PersonId, TeamId } from '../../domain/ids.ts';
import type { Records } from '../ports.ts';

/** Whom these calls call, for the timeline: `Ana (rota database), @dba, #ops`. */
export async function nameCalls(records: Records, team: TeamId, calls: readonly Call[]): Promise<string> {
  const nameOf = await namesOf(
    records,
    team,
    calls.map(({ personId }) => personId),
  );
  const names = calls.map(({ target, personId }) =>
    target.kind === 'rota' && personId !== undefined
      ? `${nameOf(personId)} (rota ${target.name})`
      : targetInWords(target, nameOf),
  );
  return names.join(', ');
}

/** What people call the target of an escalation: `Ana`, `@dba`, `policy database`. */
export async function nameEscalationTarget(records: Records, team: TeamId, target: EscalationTarget): Promise<string> {
  if (target.kind === 'policy') {
    return `policy ${target.name}`;
  }
  return targetInWords(target, await namesOf(records, team, [target.kind === 'person' ? target.id : undefined]));
}

export async function namePerson(records: Records, team: TeamId, id: PersonId): Promise<string> {
  return (await namesOf(records, team, [id]))(id);
}

type NameOf = (id: PersonId | undefined) => string;

async function namesOf(records: Records, team: TeamId, ids: readonly (PersonId | undefined)[]): Promise<NameOf> {
  const people = await records.people.find(
    team,
    ids.filter((id) => id !== undefined),
  );
  return (id) => (id === undefined ? undefined : people.get(id)?.name) ?? 'somebody';
}
