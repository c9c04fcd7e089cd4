import { explain, type Refusal } from './explain.ts';
import { readMarkup } from './text/read-markup.ts';

/** The words for a refusal without markup, as Slack shows words at a field as they are. */
export function plainWords(refusal: Refusal): string {
  return readMarkup(explain(refusal), new Map()).replaceAll('`', '');
}
