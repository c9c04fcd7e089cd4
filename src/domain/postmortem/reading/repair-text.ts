/** The letters that a byte from 0x80 to 0x9F becomes where UTF-8 is read as Windows-1252. */
const WINDOWS_1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‚': 0x82,
  ƒ: 0x83,
  '„': 0x84,
  '…': 0x85,
  '†': 0x86,
  '‡': 0x87,
  ˆ: 0x88,
  '‰': 0x89,
  Š: 0x8a,
  '‹': 0x8b,
  Œ: 0x8c,
  Ž: 0x8e,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '˜': 0x98,
  '™': 0x99,
  š: 0x9a,
  '›': 0x9b,
  œ: 0x9c,
  ž: 0x9e,
  Ÿ: 0x9f,
};

/** What the second and later bytes of a character become, by Windows-1252 or by Latin-1. */
const NEXT = String.raw`[\u0080-\u00bf${Object.keys(WINDOWS_1252).join('')}]`;
const CHARACTER = new RegExp(
  String.raw`[\u00c2-\u00df]${NEXT}|[\u00e0-\u00ef]${NEXT}{2}|[\u00f0-\u00f4]${NEXT}{3}`,
  'gu',
);
const RUN = new RegExp(`(?:${CHARACTER.source})+`, 'gu');

/** One alone may be meant, as in “CAFÉ”: what comes of it must be of the West, or three letters must have become one. */
const SURELY_DAMAGED = new RegExp(String.raw`^(?:[ÂÃ]${NEXT}|[\u00e0-\u00f4]${NEXT}{2})`, 'u');

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
