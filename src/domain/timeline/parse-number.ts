const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

export const NUMBER_WORD = `an?|${NUMBERS.join('|')}`;

/** `10`, `1.5`, `two`, `an`. */
export function numberOf(said = ''): number {
  const word = said.toLowerCase();
  if (/^an?$/u.test(word)) {
    return 1;
  }
  const index = NUMBERS.indexOf(word);
  return index === -1 ? Number(word) : index + 1;
}
