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

/** `Jo: add …`, `Ana Berg to add …`, `Ben – add …`, `Sam will add …` */
const NAMED =
  /^(?<name>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)(?::| to| will| [–—-]) {1,2}(?<task>(?<verb>\p{L}+)(?!\p{L}).*)$/su;
const VERBS = new Set(
  (
    'add adopt alert ask automate block build change check clean clear configure convert correct cover create cut define delete ' +
    'deploy disable document drop enable enforce extend file find fix give harden implement improve increase install introduce ' +
    'investigate limit log look lower make measure merge migrate monitor move open patch pin practise practice prepare publish ' +
    'raise reduce refactor reject remove rename replace report restore restrict revert rewrite review roll rotate run schedule ' +
    'separate set share ship split stop switch talk test train tune turn update upgrade validate verify write'
  ).split(' '),
);
/** What begins an action, or is its topic, and is nobody. */
const NOBODY = new Set(
  (
    'we they it this that these those there he she you who nobody someone somebody one agree aim begin continue decide go have ' +
    'hope need plan promise propose remember start try use want work action actions alerts api app application architecture ' +
    'auth backups billing cache capacity certificates checkout ci client cloud cluster code config connection customer ' +
    'customers dashboard dashboards data database databases db detect dns docs documents error errors failover firewall follow ' +
    'gateway goal incident item job jobs kafka kubernetes limits linux load login logs mail metrics mitigate network next ' +
    'nginx node nodes note people pipeline playbook playbooks policies pool postgres prevent priority procedures process product ' +
    'queue queues quota redis release releases resilience response retries retry runbook runbooks scheduler script scripts search ' +
    'server servers service services settings short site slack software step storage system systems task tasks term tests ' +
    'timeout timeouts todo tools traffic users vendor web website worker workers long high low medium critical immediate ' +
    'better future'
  ).split(' '),
);
const NO_NAME = /(?:tion|sion|ness|ity|ance|ence|ency|ing|ment)s?$/iu;

/** Who an action begins with, and what they are to do. */
export function ownerBefore(text: string): { readonly owner: string; readonly task: string } | undefined {
  const { name = '', task = '', verb = '' } = NAMED.exec(text)?.groups ?? {};
  return VERBS.has(verb.toLowerCase()) && nameOfPerson(name) !== undefined ? { owner: name, task } : undefined;
}

const HANDLE = /^@[\p{L}\p{N}._-]{1,60}$/u;

/** What looks like the name of somebody or their handle, and is no topic. */
export function nameOfPerson(words: string): string | undefined {
  const name = words.trim();
  const isName = name.split(' ').every((word) => {
    const small = word.toLowerCase();
    return !VERBS.has(small) && !NOBODY.has(small) && !NO_NAME.test(small);
  });
  return HANDLE.test(name) || (isName && isOnePerson(name) === true) ? name : undefined;
}
