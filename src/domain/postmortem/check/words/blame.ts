import {
  BECAUSE_OF,
  CAUSED_BY,
  DID_AS_ANYTHING,
  DID_AS_PERSON,
  FAULT_OF_PERSON,
  IS_NOT,
  namesFault,
  OWN_CHANGE,
  WHAT_THEY_DID,
} from './fault-words.ts';

/** Somebody whom a sentence names. */
interface Named {
  readonly start: number;
  readonly end: number;
  /** Whether no program is called so. */
  readonly isPerson: boolean;
}

const ROLE =
  /(?<![\p{L}\p{N}-])(?:engineer|developer|dev|administrator|admin|sysadmin|DBA|SRE|intern|trainee|contractor|colleague|employee|programmer|technician|reviewer|team member|someone|somebody|on-?call(?:er)?)s?(?![\p{L}\p{N}-])(?: on[- ]call)?/giu;
const ROLE_OR_PROGRAM = /(?<![\p{L}\p{N}-])(?:operator|manager)s?(?![\p{L}\p{N}-])/giu;
const NAME = /(?<![\p{L}\p{N}])(?:\p{Lu}\p{Ll}+|he|she)(?![\p{L}\p{N}])/gu;
/** “By the developer console”, “by Orion release 4” name no person. */
const NAME_IS_OVER =
  /^(?:$|['’]s?\s|[.,;:!?)]|\s(?:on|in|at|to|during|when|while|who|whose|last|from|with|and|without|\p{Ll}+ly|\p{Ll}+ing)(?!\p{L}))/u;
const NOT_NAMES = new Set(
  (
    'a an the we i it this that these those they you our their its there in on at by for from with after before during when ' +
    'while as if but and or so because since although however later then also no not nobody everybody all some many most each every ' +
    'one two human monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december redis postgres postgresql kafka kubernetes docker linux nginx slack github jenkins ' +
    'grafana prometheus amazon google azure cloudflare terraform ansible java python node database server service team engineering ' +
    'monitoring users customers support operations chrome firefox safari envoy istio helm vault consul elasticsearch rabbitmq mysql ' +
    'mongo cassandra gitlab datadog pagerduty stripe twilio fastly akamai windows apache android yesterday today someone somebody'
  ).split(' '),
);

const CAUSE_IS = /^(?:(?:the )?(?:root |main )?(?:cause|fault|reason|culprit)(?: was| is)?\s?[:=–—-]?\s)?/iu;

/** Whether a sentence says that somebody who is known to be a person did it: what a cause must not. */
export function isBlaming(sentence: string, people: readonly string[]): boolean {
  const whole = sentence.replace(CAUSE_IS, '').replace(/[.!]$/u, '');
  return (
    people.includes(whole) ||
    firstBlame(sentence, () => [
      ...knownIn(sentence, people),
      ...matchesOf(ROLE, sentence, true),
      ...matchesOf(ROLE_OR_PROGRAM, sentence, false),
    ]) !== undefined
  );
}

/** The name and the fault, where it is said to be theirs; what only looks like a name may be a product's. */
export function blameIn(sentence: string, people: readonly string[]): string | undefined {
  return firstBlame(sentence, () => [...knownIn(sentence, people), ...guessedIn(sentence)]);
}

function firstBlame(sentence: string, find: () => readonly Named[]): string | undefined {
  if (!namesFault(sentence)) {
    return undefined;
  }
  for (const named of find()) {
    const blame = blameOf(named, sentence);
    if (blame !== undefined) {
      return blame;
    }
  }
  return undefined;
}

const REACH = 120;

function blameOf({ start, end, isPerson }: Named, sentence: string): string | undefined {
  const before = sentence.slice(Math.max(0, start - REACH), start);
  const after = sentence.slice(end, end + REACH);
  const quote = (said: string, done: string) => `${said}${sentence.slice(start, end)}${done}`.trim();
  if (IS_NOT.test(before)) {
    return undefined;
  }
  const [done] = DID_AS_PERSON.exec(after) ?? (isPerson ? DID_AS_ANYTHING.exec(after) : undefined) ?? [];
  if (done !== undefined) {
    return quote('', done);
  }
  const [because] = BECAUSE_OF.exec(before) ?? [];
  const [change] = because === undefined ? [] : (OWN_CHANGE.exec(after) ?? WHAT_THEY_DID.exec(after) ?? []);
  if (because !== undefined && change !== undefined) {
    return quote(because, change);
  }
  const [by] = FAULT_OF_PERSON.exec(before) ?? (isPerson ? CAUSED_BY.exec(before) : undefined) ?? [];
  return by !== undefined && NAME_IS_OVER.test(after) && !/^['’]/u.test(after) ? quote(by, '') : undefined;
}

/** Where they stand by themselves, written as a name is. */
function knownIn(sentence: string, people: readonly string[]): readonly Named[] {
  const text = sentence.toLowerCase();
  return people.flatMap((name) =>
    startsOf(name.toLowerCase(), text)
      .filter((start) => sentence.startsWith(name, start) || /^\p{Lu}/u.test(sentence.slice(start, start + 2)))
      .map((start) => ({ start, end: start + name.length, isPerson: true })),
  );
}

function startsOf(word: string, text: string): readonly number[] {
  const isLetter = (character: string | undefined) => character !== undefined && /\p{Letter}/u.test(character);
  const starts: number[] = [];
  for (let at = text.indexOf(word); word !== '' && at !== -1; at = text.indexOf(word, at + word.length)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) {
      starts.push(at);
    }
  }
  return starts;
}

function matchesOf(pattern: RegExp, sentence: string, isPerson: boolean): readonly Named[] {
  return [...sentence.matchAll(pattern)].map(({ index, 0: said }) => ({
    start: index,
    end: index + said.length,
    isPerson,
  }));
}

function guessedIn(sentence: string): readonly Named[] {
  return matchesOf(NAME, sentence, false).filter(
    ({ start, end }) => !NOT_NAMES.has(sentence.slice(start, end).toLowerCase()),
  );
}
