/** Only people can be said to have done these. */
const OF_PEOPLE =
  /\b(?:forgot(?:ten)?|neglected|mistake|fault|blunder\w*|oversight|careless\w*|negligen\w*|to blame|blamed|guilty|screwed up|messed up|misled|mislead|mistaken\w*|accidentally|fat-?fingered|ignored|did ?n[o'’]t (?:bother|notice|check|read|test|follow))\b/iu;
/** Machines do these as well. */
const OF_ANYTHING = /\b(?:failed to|broke|caused|error)\b/iu;
const PERSON = String.raw`(?:(?:an?|the|our|one of our|some) )?(?:[\w-]+ )?(?:engineer|developer|operator|administrator|admin|intern|contractor|colleague|employee|programmer|manager)s?`;
const NAME = String.raw`\p{Lu}\p{Ll}+`;
const BY_PERSON = new RegExp(String.raw`\b(?:${PERSON})(?:['’]s?)?\b[^.;]{0,40}`, 'giu');
const GUESSED = new RegExp(String.raw`\b(?<name>${NAME})(?:['’]s)?\s+(?:\p{Ll}+\s+){0,3}?(?:${OF_PEOPLE.source})`, 'u');
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

/** Whether a sentence says that a person did it: what a cause must not. */
export function isBlaming(sentence: string, people: readonly string[]): boolean {
  return blameIn(sentence, people) !== undefined || blamedRole(sentence) !== undefined;
}

/** The name and the fault, where both stand close together. */
export function blameIn(sentence: string, people: readonly string[]): string | undefined {
  const known = people.filter((name) => name !== '');
  for (const name of known) {
    const around = near(sentence, name);
    if (around !== undefined && (OF_PEOPLE.test(around) || OF_ANYTHING.test(around))) {
      return around.trim();
    }
  }
  const guessed = GUESSED.exec(sentence);
  const name = guessed?.groups?.name?.toLowerCase();
  return name === undefined || NOT_NAMES.has(name) ? undefined : guessed?.[0];
}

const REACH = 40;

function near(sentence: string, name: string): string | undefined {
  const at = indexOfWord(sentence.toLowerCase(), name.toLowerCase());
  return at === -1 ? undefined : sentence.slice(at, at + name.length + REACH);
}

function indexOfWord(text: string, word: string): number {
  const at = text.indexOf(word);
  const isLetter = (character: string | undefined) => character !== undefined && /\p{Letter}/u.test(character);
  return at !== -1 && (isLetter(text[at - 1]) || isLetter(text[at + word.length])) ? -1 : at;
}

function blamedRole(sentence: string): string | undefined {
  return [...sentence.matchAll(BY_PERSON)].map(([found]) => found).find((found) => OF_PEOPLE.test(found));
}
