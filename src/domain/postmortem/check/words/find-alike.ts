import { tellingWords } from './telling-words.ts';

const ALIKE = 0.65;
const ENOUGH_WORDS = 3;

/** Of each text, which one before it says nearly the same; undefined where none does. */
export function findAlike(texts: readonly string[]): readonly (number | undefined)[] {
  const words = texts.map(tellingWords);
  const textsWith = new Map<string, number[]>();
  return words.map((own, index) => {
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
    return alike === -1 ? undefined : alike;
  });
}
