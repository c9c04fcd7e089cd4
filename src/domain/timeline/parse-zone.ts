import { timeZone, UTC } from '../time.ts';

/** `unclear` is what can be a zone as well as words: taken either way it might be wrong. */
export interface ZoneAndRest {
  readonly offset: number | 'unclear';
  readonly rest: string;
}

/** Minutes east of UTC; not a number where clocks of different continents are called so. */
const ABBREVIATIONS: Readonly<Record<string, number | 'unclear'>> = {
  Z: 0,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  SAST: 120,
  EAT: 180,
  MSK: 180,
  SGT: 480,
  HKT: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MDT: -360,
  PST: -480,
  PDT: -420,
  BST: 'unclear',
  CST: 'unclear',
  IST: 'unclear',
  MST: 'unclear',
};
const NAMES = Object.keys(ABBREVIATIONS)
  .filter((name) => name !== 'Z')
  .join('|');

const GAP = String.raw`[^\S\r\n]*`;
/** Not within a longer word or number: UTC in “UTC-based”. */
const END = String.raw`(?![\p{L}\p{N}_]|[-/'’&]\p{L}|[:./+]\p{N})`;

const SHIFTED = new RegExp(String.raw`^${GAP}(?:utc|gmt)([-+−])(\d{1,2})(?::?([0-5]\d))?${END}`, 'iu');
const MAYBE_SHIFTED = new RegExp(String.raw`^(?:${GAP}(?:utc|gmt)(?:[^\S\r\n]+[-+−]|\+)|\+)\d[\d:]*`, 'iu');
const PLAIN = new RegExp(`^${GAP}(?:utc|gmt)${END}`, 'iu');
/** In capitals, and Z only at the time itself: “14:10 Z axis stuck” is about an axis. */
const ABBREVIATED = new RegExp(`^(?:([Zz])|${GAP}(${NAMES}))${END}`, 'u');
/** `Europe/Berlin`: how far that is from UTC depends on the day. */
const PLACE = new RegExp(String.raw`^${GAP}(\p{Lu}\p{L}+/[\p{L}_/]+)`, 'u');
/** A plus with hours and minutes means nothing else; after a minus they may be the end of a range. */
const PLUS = new RegExp(String.raw`^${GAP}(\+)(\d\d):([0-5]\d)${END}`, 'u');
/** As programs print it after a whole date and time. */
const PRINTED = new RegExp(String.raw`^(?:[^\S\r\n]?([-+−])(\d\d):?([0-5]\d)|([-+−])(\d\d))${END}`, 'u');

/** The zone that follows a time of day: `UTC`, `GMT+3`, `UTC-05:30`, `Z`, `CEST`. */
export function eatZone(text: string, isPrinted: boolean): ZoneAndRest | undefined {
  return eatOffset(text, isPrinted) ?? eatName(text);
}

function eatOffset(text: string, isPrinted: boolean): ZoneAndRest | undefined {
  const found = SHIFTED.exec(text) ?? PLUS.exec(text) ?? (isPrinted ? PRINTED.exec(text) : null);
  if (found === null) {
    return undefined;
  }
  const [all, ...parts] = found;
  const [sign, hours, minutes = '0'] = parts.filter((part) => part !== undefined);
  const offset = (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
  return offset >= -12 * 60 && offset <= 14 * 60 ? { offset, rest: text.slice(all.length) } : undefined;
}

function eatName(text: string): ZoneAndRest | undefined {
  const [unclear] = MAYBE_SHIFTED.exec(text) ?? [];
  if (unclear !== undefined) {
    return { offset: 'unclear', rest: text.slice(unclear.length) };
  }
  const [plain] = PLAIN.exec(text) ?? [];
  if (plain !== undefined) {
    return { offset: 0, rest: text.slice(plain.length) };
  }
  const [placed, place] = PLACE.exec(text) ?? [];
  if (placed !== undefined && timeZone(place) !== UTC) {
    return { offset: 'unclear', rest: text.slice(placed.length) };
  }
  const [all, zulu, name] = ABBREVIATED.exec(text) ?? [];
  const offset = ABBREVIATIONS[zulu?.toUpperCase() ?? name ?? ''];
  return all === undefined || offset === undefined ? undefined : { offset, rest: text.slice(all.length) };
}
