import { oneLine } from '../../../shorten.ts';
import { tellingWords } from './telling-words.ts';

const ALIKE = 0.57;
const ENOUGH_WORDS = 3;

/** Of each text, which one before it says the same or nearly so; undefined where none does. */
export function findAlike(texts: readonly string[]): readonly (number | undefined)[] {
  const words = texts.map(tellingWords);
  const textsWith = new Map<string, number[]>();
  const firstWith = new Map<string, number>();
  return words.map((own, index) => {
    const letters = oneLine(texts[index] ?? '').toLowerCase();
    const same = firstWith.get(letters);
    firstWith.set(letters, same ?? index);
    /** Comparing the words of each with those of each takes long in a long list. */
    const shared = new Uint16Array(index);
    for (const word of own) {
      const others = textsWith.get(word) ?? [];
      for (const other of others) {
        shared[other] = (shared[other] ?? 0) + 1;
      }
      others.push(index);
      textsWith.set(word, others);
    }
    const alike = shared.findIndex((count, other) => {
      const fewer = Math.min(own.size, words[other]?.size ?? 0);
      return fewer >= ENOUGH_WORDS && count / fewer >= ALIKE;
    });
    return same ?? (alike === -1 ? undefined : alike);
  });
}
