/** Verbs with which an action begins whose end nobody sees, by what is done then. */
export const VERBS = {
  investigate: 'investigate|look (?:in)?to|examine|explore|analy[sz]e|research',
  review: 'review|re-?visit|revise|check|audit',
  consider: 'consider|discuss|think about|evaluate|assess',
  train: 'train|educate|raise awareness',
};

/** Of any of these, each a pattern of one or more. */
export function beginningWith(...verbs: readonly string[]): RegExp {
  return new RegExp(String.raw`^(?:${verbs.join('|')})\b`, 'iu');
}
