/** Only people can be said to have done these. */
const OF_PEOPLE =
  /\b(?:forgot(?:ten)?|neglected|mistake|fault|blunder\w*|oversight|careless\w*|negligen\w*|to blame|blamed|guilty|screwed up|messed up|misled|mislead|mistaken\w*|accidentally|fat-?fingered|ignored|did ?n[o'’]t (?:bother|notice|check|read|test|follow))\b/iu;
/** Machines do these as well. */
const OF_ANYTHING = /\b(?:failed to|broke|caused|error)\b/iu;
const PERSON = String.raw`(?:(?:an?|the|our|one of our|some) )?(?:[\w-]+ )?(?:engineer|developer|operator|administrator|admin|intern|contractor|colleague|employee|programmer|manager)s?`;
const NAME = String.raw`\p{Lu}\p{Ll}+`;
const BY_PERSON = new RegExp(String.raw`\b(?:${PERSON})(?:['’]s?)?\b[^.;]{0,40}`, 'giu');
const GUESSED = new RegExp(
  String.raw`\b(?<name>${NAME})(?:['’]s)?\s+(?:\p{Ll}+\s+){0,3}?(?:${OF_PEOPLE.source})`,
  'gu',
);
const NOT_NAMES = new Set(
  (
    'a an the we i it this that these those they he she you our their its there in on at by for from with after before during when ' +
    'while as if but and or so because since although however later then also no not nobody everybody all some many most each every ' +
    'one two human monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december redis postgres postgresql kafka kubernetes docker linux nginx slack github jenkins ' +
    'grafana prometheus amazon google azure cloudflare terraform ansible java python node database server service team engineering ' +
    'monitoring users customers support operations'
  ).split(' '),
);

/** Whether a text speaks of a fault, whoever's it is: where it does not, nobody is blamed. */
export function namesFault(text: string): boolean {
  return OF_PEOPLE.test(text) || OF_ANYTHING.test(text);
}

/** Whether a sentence says that somebody who is known to be a person did it: what a cause must not. */
export function isBlaming(sentence: string, people: readonly string[]): boolean {
  return namesFault(sentence) && (blamedPerson(sentence, people) ?? blamedRole(sentence)) !== undefined;
}

/** The name and the fault, where both stand close together; what only looks like a name may be a product's. */
export function blameIn(sentence: string, people: readonly string[]): string | undefined {
  return namesFault(sentence) ? (blamedPerson(sentence, people) ?? guessedBlame(sentence)) : undefined;
}

const REACH = 40;

function blamedPerson(sentence: string, people: readonly string[]): string | undefined {
  const text = sentence.toLowerCase();
  for (const name of people) {
    const starts = startsOf(name.toLowerCase(), text);
    const [blame] = starts.map((at) => sentence.slice(at, at + name.length + REACH)).filter(namesFault);
    if (blame !== undefined) {
      return blame.trim();
    }
  }
  return undefined;
}

/** Where a word stands by itself. */
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

function guessedBlame(sentence: string): string | undefined {
  const guesses = [...sentence.matchAll(GUESSED)];
  return guesses.find(({ groups }) => !NOT_NAMES.has(groups?.name?.toLowerCase() ?? ''))?.[0];
}

function blamedRole(sentence: string): string | undefined {
  return [...sentence.matchAll(BY_PERSON)].map(([found]) => found).find((found) => OF_PEOPLE.test(found));
}
