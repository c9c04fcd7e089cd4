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
  /** As the form began. */
  | { readonly kind: 'as-shown' };

export type Weighed =
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'new'; readonly text: string }
  /** Somebody else wrote since the form was opened. */
  | { readonly kind: 'conflict'; readonly text: string; readonly theirs: NarrativeEntry };

/** What becomes of somebody's words for a section, beside those of others. What the record suggests is nobody's word. */
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
    return { kind: 'nothing-new' };
  }
  const shown = history.find(({ version }) => version === words.shownVersion)?.text || suggested;
  const text = wholeText(words, shown).trim();
  const holds = current?.text ?? '';
  if (text === (holds || suggested.trim()) || text === holds) {
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
