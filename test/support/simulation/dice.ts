/** Chance that rests on a seed and on what is asked about, not on how often or in which order it is asked. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  roll(...about: readonly (string | number)[]): number;
  chance(probability: number, ...about: readonly (string | number)[]): boolean;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number, ...about: readonly (string | number)[]): number;
  pick<Value>(values: readonly Value[], ...about: readonly (string | number)[]): Value;
}

export function createDice(seed: string): Dice {
  const roll = (...about: readonly (string | number)[]) => hashToUnit([seed, ...about].join('|'));
  return {
    roll,
    chance: (probability, ...about) => roll(...about) < probability,
    between: (low, high, ...about) => low + Math.floor(roll(...about) * (high - low + 1)),
    pick: (values, ...about) => {
      const value = values[Math.floor(roll(...about) * values.length)];
      if (value === undefined) {
        throw new Error('nothing to pick from');
      }
      return value;
    },
  };
}

/** FNV-1a, and the finalizer of MurmurHash3, so that texts which differ in one letter come out far apart. */
function hashToUnit(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
