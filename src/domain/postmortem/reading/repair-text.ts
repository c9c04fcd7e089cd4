import { WINDOWS_1252 } from './windows-1252.ts';

/** What the second and later bytes of a character become, by Windows-1252 or by Latin-1. */
const NEXT = String.raw`[\u0080-\u00bf${Object.keys(WINDOWS_1252).join('')}]`;
const CHARACTER = new RegExp(
  String.raw`[\u00c2-\u00df]${NEXT}|[\u00e0-\u00ef]${NEXT}{2}|[\u00f0-\u00f4]${NEXT}{3}`,
  'gu',
);
const RUN = new RegExp(`(?:${CHARACTER.source})+`, 'gu');

/**
 * “café…”, too, could be a character of three bytes: alone, only what comes of the West, of signs and of pictures is sure,
 * and what holds a letter that nobody can type.
 */
const SURELY_DAMAGED = /^(?:[ÂÃ]|â[€‚„†‡ˆ‰œ]|ï[»¿]|ðŸ|.{1,3}[\u0080-\u009f])/u;

/** Bytes that Windows-1252 does not have, and spaces that were made plain, get lost on the way. */
const LOST = [
  { pattern: /â€(?:\ufffd|(?=[\s.,;:!?)]|$))/gu, meant: '”' },
  { pattern: /(?<!\p{L})Â(?= )/gu, meant: '' },
] as const;

/**
 * The text as it was before its UTF-8 was read as Windows-1252 or Latin-1, be it more than once: `â€“` → `–`, `Ã©` → `é`.
 * Repairing what was repaired changes nothing.
 */
export function repairText(text: string): string {
  let repaired = text;
  for (;;) {
    const again = repairOnce(repaired);
    if (again === repaired) {
      return repaired;
    }
    repaired = again;
  }
}

function repairOnce(text: string): string {
  const whole = text.replace(RUN, repairRun);
  return LOST.reduce((part, { pattern, meant }) => part.replace(pattern, meant), whole);
}

function repairRun(run: string): string {
  const characters = run.match(CHARACTER) ?? [];
  return characters.length > 1 || SURELY_DAMAGED.test(run) ? characters.map(repairCharacter).join('') : run;
}

/** As it was where its bytes are no character. */
function repairCharacter(damaged: string): string {
  const [first = 0, ...rest] = [...damaged].map((letter) => WINDOWS_1252[letter] ?? letter.charCodeAt(0));
  const code = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), first & (0x3f >> rest.length));
  const isShortest = code >= (SHORTEST[rest.length] ?? 0);
  const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isShortest && isCharacter ? String.fromCodePoint(code) : damaged;
}

/** The least that needs so many further bytes. */
const SHORTEST = [0, 0x80, 0x800, 0x10000];
