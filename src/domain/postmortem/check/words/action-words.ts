import type { ActionItemKind } from '../../../action-items/action-item.ts';
import type { StatedActionItem } from '../stated-postmortem.ts';
import { beginningWith, VERBS } from './action-verbs.ts';

/** What says nothing of when it is done, and what to write instead. */
const VAGUE: readonly { readonly words: RegExp; readonly instead: string }[] = [
  {
    words:
      /^(?:improve|enhance\w*|better|increase|strengthen|optimi[sz]e|extend)\b.*\b(?:monitor\w*|alert\w*|observab\w*)\b/iu,
    instead: 'Alert when ___ is above ___ for ___ minutes',
  },
  {
    words:
      /^(?:be|being) (?:more )?(?:careful|cautious|attentive|aware|vigilant)\b|^(?:pay|take) (?:more )?(?:attention|care)\b|^remember\b|^don['’]?t forget\b/iu,
    instead: 'Make ___ fail before the release when ___',
  },
  {
    words: beginningWith(VERBS.investigate),
    instead: 'Find out by ___ why ___, and write it down in ___',
  },
  {
    words: beginningWith(VERBS.review),
    instead: 'Compare ___ with ___, and change what differs by ___',
  },
  {
    words: beginningWith(VERBS.consider),
    instead: 'Decide by ___ whether ___, and write down why',
  },
  { words: /^(?:ensure|make sure|guarantee|try to|try|aim)\b/iu, instead: 'Add a check to ___ that fails when ___' },
  { words: beginningWith(VERBS.train, 'remind'), instead: 'Practise ___ with ___ by ___' },
  {
    words: /^(?:improve|enhance\w*|better|increase|strengthen|optimi[sz]e|monitor|regularly|continue|keep)\b/iu,
    instead: 'Change ___ so that ___ is below ___',
  },
];

/** What can be held against it when it is said to be done. */
const END =
  /\d|[<>≥≤]|\b(?:alert|alarm|when(?:ever)?|until|fails?|blocks?|rejects?|per (?:day|week|month|release)|every (?:day|week|month|quarter|release)|before (?:each|every)|runbook|playbook|dashboard|checklist|pipeline|test case|load test|pull request|ticket|document(?:ed)?|template|script)\b/iu;

const NO_VERB =
  /^(?:the|a|an|our|your|their|this|that|these|those|more|better|no|new|lack|there|it|we|he|she|they|i|some|any|all|for|of|in|on|at|to|with|without|regular|automatic|automated|thorough|comprehensive|continuous|proper|additional|further|proactive|granular|centrali[sz]ed|database|server|network|system|alerting|logging|maybe|perhaps|possibly|documentation|communication)\b/iu;
const NOUN_ENDING = /^\p{Letter}{3,}(?:tion|sion|ness|ity|ance|ence|ency|ing)s?$/iu;
const VERBS_THAT_LOOK_LIKE_NOUNS = new Set([
  'bring',
  'ping',
  'ring',
  'sing',
  'swing',
  'string',
  'spring',
  'mention',
  'question',
  'partition',
  'position',
  'provision',
  'condition',
  'transition',
  'caution',
  'section',
  'reference',
  'balance',
  'enhance',
  'advance',
  'finance',
  'influence',
  'fence',
  'commission',
  'decommission',
  'envision',
  'petition',
  'requisition',
]);

/** What comes after a heading of its own: `Enhanced monitoring: Add …`. */
function partsOf(text: string): readonly string[] {
  const [head = '', ...rest] = text.trim().split(/:\s+/u);
  return rest.length === 0 ? [head] : [head, rest.join(': ')];
}

export function startsWithVerb(text: string): boolean {
  return partsOf(text).some(beginsWithVerb);
}

function beginsWithVerb(part: string): boolean {
  const [first = ''] = part.match(/\p{Letter}[\p{Letter}'’-]*/u) ?? [];
  const isNoun = NOUN_ENDING.test(first) && !VERBS_THAT_LOOK_LIKE_NOUNS.has(first.toLowerCase());
  return first !== '' && !NO_VERB.test(first) && !isNoun;
}

/** How a vague action could be written, where it is one. */
export function rewriteOf(text: string): string | undefined {
  const parts = partsOf(text).filter((part, index) => index === 0 || beginsWithVerb(part));
  const rewrite = (part: string) => VAGUE.find(({ words }) => words.test(part))?.instead;
  const rewrites = parts.map(rewrite);
  return rewrites.every((each) => each !== undefined) ? rewrites.at(-1) : undefined;
}

export function isVague({ text, doneWhen }: Pick<StatedActionItem, 'text' | 'doneWhen'>): boolean {
  return doneWhen === undefined && rewriteOf(text) !== undefined && !/\d/u.test(text);
}

export function hasVerifiableEnd(text: string): boolean {
  return END.test(text);
}

const KINDS: readonly { readonly kind: ActionItemKind; readonly words: RegExp }[] = [
  {
    kind: 'detect',
    words: /\b(?:monitor\w*|alert\w*|alarms?|detect\w*|dashboards?|notice|observab\w*|health ?checks?)\b/iu,
  },
  {
    kind: 'prevent',
    words:
      /\b(?:prevent\w*|test\w*|validat\w*|guard\w*|limit\w*|lint\w*|block\w*|reject\w*|automat\w*|fail-?over|redundan\w*|audit\w*|review\w*|rectify|fix|configur\w*|optimi[sz]e|upgrade|replace|remove|enforce|optimal)\b/iu,
  },
  {
    kind: 'mitigate',
    words:
      /\b(?:fail-?over|roll-?back|playbooks?|runbooks?|back-?ups?|redundan\w*|scal\w+|circuit breakers?|restart\w*)\b/iu,
  },
  { kind: 'process', words: /\b(?:train\w*|drills?|document\w*|procedures?|share|communicat\w*|meeting)\b/iu },
];

/** What its words say that an action is for; often more than one thing. */
export function kindsInWords(text: string): readonly ActionItemKind[] {
  return KINDS.filter(({ words }) => words.test(text)).map(({ kind }) => kind);
}

/** Something still to come, said of the thing itself. */
export function isInTheFuture(text: string): boolean {
  return /\b(?:will(?: be)?|shall|going to|is planned|are planned|to be (?:done|scheduled|implemented|completed|conducted)|is scheduled)\b/iu.test(
    text,
  );
}
