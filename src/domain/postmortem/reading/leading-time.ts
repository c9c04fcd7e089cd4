import { findTimes, type Mention, mentionAt } from './find-times.ts';

export interface LeadingTime {
  readonly mention: Mention;
  readonly rest: string;
}

const BEFORE =
  /^[\s[(*_"'`]{0,4}(?:(?:at|on|around|about|approximately|approx\.?|circa|ca\.)\s{1,2}|[~≈]\s?)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s{1,2})?/iu;
const UNTIL = /^\s{0,3}(?:[-–—]|(?:to|until|till)\s)\s{0,3}(?=\d)/iu;
const SEPARATOR = /^[\s\])*_"'`]{0,6}(?:\([^()]{0,30}\))?\s{0,3}(?:[-–—:|.,;=>→]{1,3}(?=\s|$|\D))?\s{0,6}/u;

/** The time that an entry begins with, and its words: `[14:10 UTC] - The pool is full`. Of a range it is the beginning. */
export function leadingTime(text: string): LeadingTime | undefined {
  const [before = ''] = BEFORE.exec(text) ?? [];
  const mention = mentionAt(text, before.length);
  if (mention === undefined) {
    return undefined;
  }
  const after = text.slice(mention.end);
  const [dash] = UNTIL.exec(after) ?? [];
  const until = dash === undefined ? undefined : mentionAt(text, mention.end + dash.length);
  const isRange = until?.clock !== undefined;
  const rest = isRange ? text.slice(until.end) : after;
  const zone = mention.zone ?? (isRange ? until.zone : undefined);
  return {
    mention: { ...mention, zone, isEstimated: mention.isEstimated || /approx|about|around|[~≈]/iu.test(before) },
    rest: rest.replace(SEPARATOR, '').trim(),
  };
}

/** The day that a title names: `Tuesday, 7 May 2024`. */
export function dayIn(title: string): Mention | undefined {
  return findTimes(title).find(({ day, clock }) => day !== undefined && clock === undefined);
}
