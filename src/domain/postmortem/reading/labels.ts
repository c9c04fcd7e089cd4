import { type Role, roleOfTitle } from './role.ts';

export interface Label {
  readonly role: Role;
  /** What follows it in its line; empty where it stands for a heading. */
  readonly rest: string;
}

const INLINE = /^([^:]{1,60}?)\s?:\s+(\S.*)$/u;
const ALONE = /^([^:]{1,60}?)\s?:$/u;

/** `Impact:`, `Customer Impact: about 500 users`. */
export function labelOf(line: string): Label | undefined {
  const [, alone] = ALONE.exec(line) ?? [];
  if (alone !== undefined) {
    return asLabel(alone, '');
  }
  const [, name = '', rest = ''] = INLINE.exec(line) ?? [];
  return name === '' ? undefined : asLabel(name, rest);
}

/** A line of its own that names a part, `Communication`. */
export function bareLabelOf(line: string): Label | undefined {
  return /^\p{Lu}/u.test(line) ? asLabel(line, '') : undefined;
}

function asLabel(name: string, rest: string): Label | undefined {
  const role = roleOfTitle(name);
  return role === undefined ? undefined : { role, rest };
}

/** What is said in one line, and leaves what follows to the part that it stands in. */
const FACTS: readonly Role[] = ['title', 'severity', 'start', 'end', 'duration', 'people', 'other'];

export function isFact(role: Role): boolean {
  return FACTS.includes(role);
}
