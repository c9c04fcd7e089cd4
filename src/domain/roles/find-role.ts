import type { Role } from '../policy.ts';

/** The role that somebody named: by its name, or shortened so that it can be no other, as in `comms` and `lead`. */
export function findRole(typed: string, roles: readonly Role[]): Role | undefined {
  const said = typed.trim().toLowerCase().replace(/\s+/gu, '-');
  const exact = roles.find(({ name }) => name === said);
  return (
    exact ??
    onlyOne(said, roles, (word) => word.startsWith(said)) ??
    onlyOne(said, roles, (word) => isShortFor(said, word))
  );
}

function onlyOne(said: string, roles: readonly Role[], isMeant: (word: string) => boolean): Role | undefined {
  const meant = said === '' ? [] : roles.filter(({ name }) => name.split('-').some(isMeant));
  return meant.length === 1 ? meant[0] : undefined;
}

/** Begins alike, and goes on with letters of the word in their order. */
function isShortFor(said: string, word: string): boolean {
  let from = 0;
  for (const letter of said) {
    const found = word.indexOf(letter, from);
    if (found < 0 || (from === 0 && found > 0)) {
      return false;
    }
    from = found + letter.length;
  }
  return true;
}
