import { HOUR, MINUTE, SECOND } from '../time.ts';
import { NUMBER_WORD, numberOf } from './parse-number.ts';

const AMOUNT = String.raw`(?:(\d{1,4}(?:\.\d{1,2})?)\s*|(half\s+an?|${NUMBER_WORD})\s+)`;
const UNIT = '(s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?)';
const AGO = new RegExp(
  String.raw`^${AMOUNT}${UNIT}(?:\s*(?:(?:and\b|,)\s*)?${AMOUNT}${UNIT})?\s+ago(?![\p{L}\p{N}_'’-])`,
  'iu',
);

export interface Ago {
  readonly milliseconds: number;
  readonly rest: string;
}

/** `10m ago`, `an hour ago`, `1h 30m ago`. Days are too coarse for a time. */
export function eatAgo(text: string): Ago | undefined {
  const [all, digits, words, unit, moreDigits, moreWords, moreUnit] = AGO.exec(text) ?? [];
  if (all === undefined) {
    return undefined;
  }
  const milliseconds = lengthOf(digits ?? words, unit) + lengthOf(moreDigits ?? moreWords, moreUnit);
  return { milliseconds, rest: text.slice(all.length) };
}

function lengthOf(amount: string | undefined, unit: string | undefined): number {
  if (amount === undefined || unit === undefined) {
    return 0;
  }
  const number = /^half/iu.test(amount) ? 0.5 : numberOf(amount);
  return number * ({ s: SECOND, m: MINUTE, h: HOUR }[unit.charAt(0).toLowerCase()] ?? 0);
}
