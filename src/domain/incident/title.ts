import { oneLine, shorten } from '../shorten.ts';

/** What fits a card's heading (Slack allows 150 characters there) with the number and the severity beside it. */
const LONGEST = 120;

export interface Headline {
  readonly title: string;
  /** The whole text, where the title had to be cut. */
  readonly summary: string;
}

/** Makes a title of what somebody typed; what does not fit is kept in the summary, so that no word is lost. */
export function headline(typed: string): Headline {
  const title = shorten(typed, LONGEST);
  return { title, summary: title === oneLine(typed) ? '' : typed.trim() };
}
