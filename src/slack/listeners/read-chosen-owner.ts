import type { Party } from '../../domain/people/person.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { Requester } from '../../use-cases/request.ts';
import type { ChosenOwner } from '../modals/action-item-fields.ts';
import { plainWords } from '../plain-words.ts';
import type { SubmissionAnswer } from './feature.ts';

/** Whom a form names as owner: one person, or one group as it is called now. */
export async function readChosenOwner(
  { database: { records } }: Pick<Ports, 'database'>,
  { teamId }: Pick<Requester, 'teamId'>,
  { person, group }: ChosenOwner,
): Promise<Result<Party | undefined, SubmissionAnswer>> {
  if (group === undefined) {
    return accept(person && { kind: 'person', id: person });
  }
  if (person !== undefined) {
    return refuse(atGroup('Choose a person or a group, not both.'));
  }
  const known = (await records.groups.list(teamId)).find(({ id }) => id === group);
  return known === undefined
    ? refuse(atGroup(plainWords({ kind: 'group-gone' })))
    : accept({ kind: 'group', ...known });
}

function atGroup(words: string): SubmissionAnswer {
  return { kind: 'errors', errors: { group: words } };
}
