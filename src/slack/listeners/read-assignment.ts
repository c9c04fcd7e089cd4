import type { PersonId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Refusal } from '../explain.ts';
import { mentionedPeople, readMarkup } from '../text/read-markup.ts';
import type { Command } from './feature.ts';

export interface Assignment {
  /** The role as it was typed. */
  readonly role: string;
  /** Missing where nobody is to have it any more. */
  readonly person: PersonId | undefined;
}

/** Reads `commander @ana`, `comms` for oneself, `scribe nobody`; the name may come first. */
export function readAssignment({ markup, names, personId }: Command): Result<Assignment, Refusal> {
  const people = [...new Set(mentionedPeople(markup))];
  if (people.length > 1 || /<!subteam\^/u.test(markup)) {
    return refuse({ kind: 'role-of-several' });
  }
  const words = readMarkup(markup.replace(/<@[^>]*>/gu, ' '), names).trim();
  const unknown = /(?<!\S)@\S+/u.exec(words)?.[0];
  if (unknown !== undefined) {
    return refuse({ kind: 'unknown-party', text: unknown });
  }
  const role = words.replace(/\s+nobody$/iu, '');
  return accept({ role, person: people[0] ?? (role === words ? personId : undefined) });
}
