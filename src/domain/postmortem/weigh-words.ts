import type { PersonId } from '../ids.ts';
import type { NarrativeEntry } from './narrative.ts';

/** What a form sent back for a section. */
export type Words =
  | {
      readonly kind: 'typed';
      readonly text: string;
      /** Of the entry that the form showed; 0 where nobody had written any. */
      readonly shownVersion: number;
      /** How many characters of it stood in the form, where those were not all. */
      readonly shownLength?: number | undefined;
    }
  /** As the form began. `isCut`: that is no more than the beginning. */
  | { readonly kind: 'as-shown'; readonly text: string; readonly isCut: boolean };

export type Weighed =
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'new'; readonly text: string }
  /** Somebody else wrote since the form was opened. */
  | { readonly kind: 'conflict'; readonly text: string; readonly theirs: NarrativeEntry };

/** What becomes of somebody's words for a section, beside those of others. */
export function weighWords(
  words: Words,
  beside: {
    /** All of the section, the oldest first. */
    readonly history: readonly NarrativeEntry[];
    /** What the record suggests. */
    readonly suggested: string;
    readonly by: PersonId;
  },
): Weighed {
  const { history, suggested, by } = beside;
  const held = history.filter(({ isAside }) => !isAside);
  const current = held.at(-1);
  if (words.kind === 'as-shown') {
    // Whoever leaves a suggestion as it is takes it, as they saw it. What somebody wrote meanwhile stays.
    const text = (words.isCut ? suggested : words.text).trim();
    return current === undefined && text !== '' ? { kind: 'new', text } : { kind: 'nothing-new' };
  }
  const shown = history.find(({ version }) => version === words.shownVersion)?.text ?? suggested;
  const text = wholeText(words, shown).trim();
  // An emptied suggestion is a word too: it is not suggested again.
  const isEmptied = current === undefined && suggested !== '';
  if (text === (current?.text ?? '') && !isEmptied) {
    return { kind: 'nothing-new' };
  }
  const isOvertaken = held.some(({ version, writtenBy }) => version > words.shownVersion && writtenBy !== by);
  return isOvertaken && current !== undefined ? { kind: 'conflict', text, theirs: current } : { kind: 'new', text };
}

/** What did not fit into the form stays behind what did. */
function wholeText(words: Extract<Words, { kind: 'typed' }>, shown: string): string {
  const { text, shownLength } = words;
  return shownLength === undefined ? text : `${text.replace(/…$/u, '')}${shown.slice(shownLength)}`;
}
