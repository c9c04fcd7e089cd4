import { DAY, HOUR, MINUTE, SECOND } from '../../time.ts';

export interface SaidDuration {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly milliseconds: number;
}

const UNITS: readonly (readonly [string, number])[] = [
  ['days?|d', DAY],
  ['hours?|hrs?|h', HOUR],
  ['minutes?|mins?|min|m', MINUTE],
  ['seconds?|secs?|s', SECOND],
];
const NUMBER = String.raw`\d{1,5}(?:[.,]\d{1,3})?`;
const WORD = '(?:half an|an?|one|two|three|four|five|six|seven|eight|nine|ten)';
const UNIT = `(?:${UNITS.map(([names]) => names).join('|')})`;
const AMOUNT_OF_UNITS = String.raw`(?:(${NUMBER})(?:\s{0,2}|-)|(${WORD})(?:\s{1,2}|-)(?=\p{L}{3}))(${UNIT})(?![\p{L}])`;
const PART = AMOUNT_OF_UNITS.replace(/\((?!\?)/gu, '(?:');
/** `6h50m` */
const TIGHT = String.raw`\d{1,3}h\s?\d{1,2}(?:m(?:in)?)?(?![\p{L}\p{N}])`;
const LENGTH = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:/-])(?:${TIGHT}|${PART}(?:(?:\s{0,2},)?\s{0,2}(?:and\s{1,2})?${PART}){0,3})`,
  'giu',
);
const ONE_PART = new RegExp(AMOUNT_OF_UNITS, 'giu');
const WORDS = ['half an', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** Of a moment before or after another, and of what happens again and again. */
const NO_LENGTH_BEFORE =
  /(?:within|after|every|each|in|per|last|next|previous|only|first|at|from|since|until)\s{1,3}(?:(?:the|about|approximately)\s{1,3})?$/iu;
const NO_LENGTH_AFTER =
  /^\s{0,3}(?:after|before|later|earlier|ago|of\b|into|prior|from|(?:[-–—]|to|until)\s{0,3}\d{1,2}h\d\d)/iu;
/** `14h00 – 14h50` */
const CLOCK_BEFORE = /\dh\d\d\s{0,3}(?:[-–—]|to|until)\s{0,3}$/iu;

/** Every length of time that a line gives: `1 hour, 30 minutes`, `90 min`, `1h30`. */
export function findDurations(line: string): readonly SaidDuration[] {
  return [...line.matchAll(LENGTH)].flatMap((match) => {
    const [text] = match;
    const [start, end] = [match.index, match.index + text.length];
    const before = line.slice(Math.max(0, start - 30), start);
    const isMoment =
      NO_LENGTH_BEFORE.test(before) || CLOCK_BEFORE.test(before) || NO_LENGTH_AFTER.test(line.slice(end, end + 20));
    const milliseconds = lengthOf(text);
    return isMoment || milliseconds === 0 ? [] : [{ text, start, end, milliseconds }];
  });
}

/** Only what is said of the whole: `failed for 5 minutes` may be a part of it. */
const LASTED =
  /(?:last(?:ed|ing|s)|duration|downtime|(?:outage|incident)\s(?:[^.;]{0,30}\s)?(?:of|for)|down|unavailable|inaccessible|unreachable|offline|degraded|disrupted|persisted|in total|took(?=\s{1,3}(?:\p{L}+\s{1,3})?$))(?!\p{L})[^.;\d]{0,20}$/iu;
const OUTAGE_AFTER =
  /^[\s-]{1,2}(?:\p{L}+[\s-]){0,2}(?:outage|downtime|incident|disruption|degradation|interruption)/iu;
const ABOUT = /(?:(?:about|approximately|around|roughly|nearly|almost|over|some|circa)\s{1,3}|~\s{0,3})$/iu;

/** How long it is said to have lasted, where a text says so in so many words: `about two hours`. */
export function findWholeDurations(text: string): readonly SaidDuration[] {
  return findDurations(text).flatMap((found) => {
    const before = text.slice(Math.max(0, found.start - 100), found.start);
    const isMeant = LASTED.test(before) || OUTAGE_AFTER.test(text.slice(found.end, found.end + 60));
    return isMeant ? [{ ...found, text: `${ABOUT.exec(before)?.[0] ?? ''}${found.text}` }] : [];
  });
}

function lengthOf(text: string): number {
  const [, hours, minutes] = /^(\d{1,3})h\s?(\d{1,2})(?:m(?:in)?)?$/iu.exec(text) ?? [];
  if (hours !== undefined && minutes !== undefined) {
    return Number(hours) * HOUR + Number(minutes) * MINUTE;
  }
  return [...text.matchAll(ONE_PART)].reduce(
    (sum, [, number, word, unit = '']) => sum + amountOf(number ?? word ?? '') * unitOf(unit),
    0,
  );
}

function amountOf(said: string): number {
  const word = said.toLowerCase();
  if (/^\d/u.test(word)) {
    return Number(word.replace(',', '.'));
  }
  const known = WORDS.indexOf(word);
  return known === 0 ? 0.5 : Math.max(1, known);
}

function unitOf(said: string): number {
  return UNITS.find(([names]) => new RegExp(`^(?:${names})$`, 'iu').test(said))?.[1] ?? 0;
}
