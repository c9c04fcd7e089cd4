import { splitSentences } from './split-sentences.ts';

/** Who or what noticed it. */
export type Detector = 'alert' | 'users' | 'staff';

export const DETECTORS_IN_WORDS: Readonly<Record<Detector, string>> = {
  alert: 'an alert',
  users: 'users',
  staff: 'a colleague',
};

const USER =
  '(?:users?|customers?|clients?|visitors?|guests?|subscribers?|shoppers?|travell?ers?|tenants?|merchants?|applicants?)';
const ALERT = '(?:alert\\w*|alarm\\w*|monitor\\w*|pager\\w*|dashboards?|health ?checks?|synthetic\\w*|probes?)';
const STAFF = '(?:engineers?|developers?|colleagues?|employees?|staff|operators?|administrators?|support agents?)';
const NOTICED = '(?:detect|notic|identif|discover|spott|caught|alert|rais|surfac|flagg|report)\\w*';

const USERS = [
  new RegExp(
    `\\b${USER}\\b(?:\\W+\\w+){0,3}?\\W+(?:report\\w*|complain\\w*|wrote|writes?|told|tells?|called|noticed)\\b`,
    'iu',
  ),
  new RegExp(
    `\\b(?:reports?|complaints?|messages|tickets?|calls) (?:\\w+ )?(?:from|by|of) (?:\\w+ ){0,2}?${USER}\\b`,
    'iu',
  ),
  new RegExp(`\\b${USER}['’]?s? (?:reports?|complaints?|tickets?)\\b`, 'iu'),
  /\breports of\b/iu,
];
const ALERTS = [
  new RegExp(
    `\\b${NOTICED}\\b[^.;]{0,60}?(?<!\\b(?:not|never|without) )\\b(?:by|via|through|from|thanks to|in|on) (?:(?!no )[\\w-]+ ){0,3}?${ALERT}\\b`,
    'giu',
  ),
  new RegExp(
    `\\b${ALERT} (?:(?!not |never )\\w+ ){0,3}?(?:fired|fires|triggered|alerted|detected|notified|paged|went off|goes off|indicated|indicating|showed|warned|reported|woke)\\b`,
    'giu',
  ),
  /\b(?:received|got|triggered) (?:an? |the |several |multiple )?(?:(?!no )[\w-]+ ){0,2}?(?:alert|alarm|page)s?\b/giu,
];
const STAFFS = [
  new RegExp(
    `\\b(?:detected|noticed|discovered|spotted|reported) (?:first )?by (?:an? |our |the |one of our )(?:[\\w-]+ ){0,2}?${STAFF}\\b`,
    'iu',
  ),
  new RegExp(
    `\\b(?:an? |our |the |one of our )(?:[\\w-]+ ){0,2}?${STAFF} (?:first )?(?:noticed|discovered|spotted) (?:that|the|it)\\b`,
    'iu',
  ),
];

/** What stands before an alert, in the same breath, to say that there was none. */
const NO_ALERT =
  /(?:\b(?:no|not(?! only\b)|never|without|nobody|before any)\b|n['’]t\b)(?:(?!\b(?:but|until|till|when|before(?! any\b)|and|then|after|as|while)\b)[^,;:–—])*$/iu;

/** Of what a text says of how it was noticed, who did. An alert that reaches an engineer is an alert. */
export function detectorsIn(text: string): readonly Detector[] {
  const named = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(text));
  const found: Detector[] = [];
  if (splitSentences(text).some(tellsOfAlert)) {
    found.push('alert');
  }
  if (named(USERS)) {
    found.push('users');
  }
  if (found.length === 0 && named(STAFFS)) {
    found.push('staff');
  }
  return found;
}

function tellsOfAlert(sentence: string): boolean {
  return ALERTS.some((pattern) =>
    [...sentence.matchAll(pattern)].some(({ index }) => !NO_ALERT.test(sentence.slice(0, index))),
  );
}
