/** Digits, and words that say how many. */
const AMOUNT =
  /\p{Number}|\b(?:no|nobody|none|nothing|zero|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|half|third|quarter|all|every|everyone|everybody|most)\b/iu;

const SHARE =
  /%|\bper ?cent\b|\b(?:half|third|quarter|all|every|everyone|everybody|no|nobody|none|nothing|most|majority)\b/iu;

/** A number that is no share, no time of day, date or length of time. */
const NOT_A_COUNT =
  /(?<!\d)\d[\d.,]{0,30}\s{0,3}(?:%|per ?cent\b)|\b\d{1,2}:\d{2}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d+(?:st|nd|rd|th)\b|(?<!\d)\d[\d.,]{0,30}\s{0,3}-?\s{0,3}(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|AM|PM)\b/giu;

const COUNT =
  /\p{Number}|\b(?:no|nobody|none|nothing|zero|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|all|every|everyone|everybody)\b/iu;

export function hasAmount(text: string): boolean {
  return AMOUNT.test(text);
}

export function hasShare(text: string): boolean {
  return SHARE.test(text);
}

export function hasCount(text: string): boolean {
  return COUNT.test(text.replace(NOT_A_COUNT, ''));
}
