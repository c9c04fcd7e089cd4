const TEAM =
  /(?<!\p{L})(?:team|teams|squad|group|dept|department|engineering|engineers|developers|ops|devops|sre|dba|dbas|platform|infra|infrastructure|security|support|qa|management|everyone|everybody|all|backend|frontend|on-?call)(?!\p{L})/iu;
const SEVERAL = /,|;|\/|&|\+|(?<!\p{L})(?:and|or)(?!\p{L})/iu;
const NAME = /^\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){0,3}$/u;

/** Whether that is one person; undefined where nobody can tell. */
export function isOnePerson(owner: string): boolean | undefined {
  if (TEAM.test(owner) || SEVERAL.test(owner)) {
    return false;
  }
  return NAME.test(owner) ? true : undefined;
}

/** The names of people in a list of them: `Ana Berg, Ben (scribe) and Claire`. */
export function namesIn(list: string): readonly string[] {
  return list
    .replace(/\([^()]*\)|<[^<>]*>/gu, '')
    .split(/[,;&/:]|\s(?:and|–|—|-)\s/u)
    .map((name) => name.trim().replace(/^@/u, ''))
    .filter((name) => NAME.test(name) && isOnePerson(name) === true);
}
