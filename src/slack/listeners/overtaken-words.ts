import type { UnsavedWords } from '../../domain/postmortem/narrative.ts';
import type { Conflict, Narrative } from '../../use-cases/postmortem/write-narrative.ts';
import type { Press } from './feature.ts';

/**
 * What they wrote at the same time as others, where something else has to be mended before they are asked about it: it
 * stands before them as what is not saved, and is weighed again with the version that they had seen.
 */
export function overtakenWords(
  { narrative, conflicts }: { readonly narrative: Narrative; readonly conflicts: readonly Conflict[] },
  { pressedAt: typedAt }: Press,
): readonly UnsavedWords[] {
  return conflicts.flatMap(({ section }) => {
    const words = narrative[section];
    if (words?.kind !== 'typed') {
      return [];
    }
    const { text, shownVersion, shownLength } = words;
    return [{ section, text, shownVersion, shownLength, typedAt }];
  });
}
