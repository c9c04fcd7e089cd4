/** Only people can be said to have done these. */
const OF_PEOPLE = [
  '(?:forgot(?:ten)?|forgetting|neglected|ignored|overlooked|omitted|skipped|bypassed|disregarded)',
  '(?:misread|misunderstood|misjudged|mistook|mistyped|mis-?clicked|mishandled|miscalculated|misled|fat-?fingered)',
  '(?:botched|bungled|blundered|screwed up|messed up|slipped up|erred)',
  String.raw`made (?:(?:an?|the|one|another|some) )?(?:\p{Ll}+ )?(?:mistake|error|typo|blunder|slip|oversight)s?`,
  String.raw`(?:was|were|is|are) (?:\p{Ll}+ly )?(?:to blame|at fault|guilty|careless|negligent|reckless|mistaken)`,
  '(?:was|were|is|are) responsible for (?:the|this|that) (?:outage|incident|failure|error|mistake|bug|problem|issue)',
  "(?:did ?n[o'’]t|did not|had ?n[o'’]t|had not|never) (?:bother|notice|check|read|test|follow|verify|verifi|validate|review|reali[sz]e|respond|answer|escalate|think|tell|update)(?:e?d)?",
  String.raw`(?:did ?n[o'’]t|did not|had ?n[o'’]t|had not|never) run (?:\p{Ll}+ ){0,2}(?:tests?|checks?|checklist|linter)`,
  String.raw`(?:accidentally|inadvertently|mistakenly|unintentionally|carelessly|wrongly|erroneously|incorrectly) \p{Ll}+`,
];

/** Machines do these as well. */
const OF_ANYTHING = [
  'fail(?:ed|ing) to',
  '(?:broke|caused|crashed|misconfigured|overloaded)',
  String.raw`(?:took|brought|knocked) (?:\S+ ){0,4}?(?:down|offline)`,
  String.raw`introduced (?:an?|the|this|that) (?:\S+ ){0,2}?(?:bug|error|fault|regression|defect|problem|issue|leak|typo|misconfiguration)`,
  String.raw`triggered (?:an?|the|this|that) (?:\p{Ll}+ )?(?:outage|incident|failure|crash|problem|issue|disruption)`,
];

const CHANGED =
  '(?:deployed|pushed|merged|released|shipped|committed|wrote|made|ran|run|running|executed|executing|changed|set|entered|typed|used|applied|edited|deleted|removed|dropped|disabled|enabled|restarted|configured|updated|upgraded|migrated|copied|added|installed|rolled out|turned off|switched off)';
/** What was mended is no fault of whoever mended it. */
const WORDS = String.raw`(?:(?!(?:for|of|fix|hotfix|fixes|revert|because|before|after|when|while|where)\b)[^\s,.;]+,?\s){0,6}?`;
const CHANGES =
  '(?:changes?|commits?|code|deploy(?:ment)?s?|releases?|scripts?|config(?:uration)?|merge|PR|pull request|migration|query|commands?|edits?|update|patch)';

/** What was bad already is rather mended by whoever removes, changes or disables it. */
const BROUGHT_IN =
  '(?:deployed|pushed|merged|released|shipped|committed|wrote|made|ran|run|running|executed|executing|set|entered|typed|used|applied|rolled out)';
const INTO = '(?:(?:an?|the|some|in an?|in the) )?';

/** What somebody changed is a fault only where it says what came of it, or that it was wrong. */
const CHANGED_WITH_HARM = [
  String.raw`${CHANGED} ${WORDS}(?:that|which|and) (?:\p{Ll}+ly )?(?:broke|caused|crashed|deleted|dropped|wiped|took|brought|led to|triggered|overloaded|exhausted|emptied)`,
  `${BROUGHT_IN} ${INTO}(?:wrong|bad|incorrect|faulty|broken|buggy|invalid|untested|unreviewed)`,
  `(?:${CHANGED}|hit|pressed|clicked|chose|picked|selected|pasted|stopped|opened|closed) ${INTO}wrong`,
  String.raw`${CHANGED} ${WORDS}without (?:\S+ ){0,2}?(?:(?:test|check|review|approv|verif|validat)\p{Ll}*|reading|telling|asking|a backup)`,
  `${CHANGED} ${WORDS}by (?:mistake|accident)`,
  String.raw`(?:deleted|dropped|wiped|truncated|overwrote) (?:\p{Ll}+ ){0,3}?(?:production|prod|live)`,
];

const FAULT =
  '(?:mistakes?|errors?(?! (?:budget|report|log|message|page|rate))|typo|fault|blunder|oversight|slip|carelessness|negligence|inexperience|incompetence|failure to)';
const OWN = String.raw`['’]s?\s(?:\p{Ll}+\s){0,2}?`;
/** Between who did it and what they did. */
const BESIDES = String.raw`(?:\s?\([^()]{1,30}\))?(?:, (?:the|our|an?|one of) [^,.;]{1,40})?,?\s(?:(?:who|had|has|have|then|also|later|again|on|once|simply|just|and|probably|apparently|unfortunately)\s)*`;
const ARTICLE = '(?:(?:the|our|an?|one of our|some) )?';

/** What follows who did it. */
export const DID_AS_PERSON = after(
  `(?:${BESIDES}(?:${[...OF_PEOPLE, ...CHANGED_WITH_HARM].join('|')})|${OWN}${FAULT})`,
);
export const DID_AS_ANYTHING = after(
  String.raw`(?:${BESIDES}|${OWN}${CHANGES}\s(?:\p{Ll}+ly |had |has )?)(?:${OF_ANYTHING.join('|')})`,
);
export const OWN_CHANGE = after(`${OWN}${CHANGES}`);
/** “Due to Ana not looking.” */
export const WHAT_THEY_DID = after(
  String.raw` (?:not (?!being|having)\p{Ll}+ing|failing|ignoring|overlooking|misconfiguring)`,
);

const NO_REMEDY = '(?<!(?:fix|alert|check|test|guard|safeguard|dashboard|monitor)(?:s|ing)? (?:was |were )?)';
/** What stands before who did it. */
export const FAULT_OF_PERSON = before(
  String.raw`(?:(?:${NO_REMEDY}introduced|misconfigured|mistyped|broken|forgotten|overlooked|ignored|missed|omitted|skipped|(?:accidentally|mistakenly|inadvertently|wrongly|incorrectly) \p{Ll}+) (?:\S+ ){0,3}?by|(?:mistake|error|typo|fault|blunder|oversight|slip) (?:(?:that|was|were|is|made|lies|lay) )*(?:by|of|from|with|on the part of))`,
);
/** A system may be named so too. */
export const CAUSED_BY = before(
  String.raw`(?:caused (?:\p{Ll}+ly )?by|blamed on|(?:outage|incident|failure|crash|problem|issue)s? (?:\S+ ){0,3}?(?:triggered|started) by|(?:caused|triggered) by (?:an?|the) (?:\S+ ){0,3}?${CHANGES} (?:(?:made|pushed|merged|deployed|run) )?(?:by|of|from))`,
);
export const BECAUSE_OF = before(
  '(?:(?:caused|triggered|broken) by|introduced (?:by|in|with)|due to|because of|result of|blamed on|attributed to|traced (?:back )?to)',
);
export const IS_NOT = before(
  "(?:not|no|never|isn['’]t|wasn['’]t)(?: (?:caused|introduced|due|fault|mistake|by|of|to|because))*",
);

/** A stem of each of the above: where none stands nobody is blamed, and nobody need be looked for. */
const STEMS =
  /forg[eo]t|neglect|ignor|overlook|omitted|skipped|bypass|disregard|mis|fat-?finger|botch|bungl|blunder|screwed|slip|err|typo|fault|guilty|careless|oversight|reckless|blame|responsible|n[o'’]t |never|accident|inadvert|unintention|wrong|fail|broke|caus|crash|overload|exhaust|emptied|down|offline|introduc|trigger|bad|faulty|buggy|invalid|untested|unreviewed|incorrect|without|delet|dropp|wip|truncat|overwr|took|brought|led to|due to|result of|attributed|traced|inexperience|incompetence|negligen/iu;

export function namesFault(text: string): boolean {
  return STEMS.test(text);
}

function after(words: string): RegExp {
  return new RegExp(String.raw`^${words}(?!\p{L})`, 'u');
}

function before(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${words} ${ARTICLE}$`, 'iu');
}
