/** The letters that a byte from 0x80 to 0x9F becomes where UTF-8 is read as Windows-1252. */
export const WINDOWS_1252: Readonly<Record<string, number>> = {
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

const LETTERS = new Map(Object.entries(WINDOWS_1252).map(([letter, byte]) => [byte, letter]));

/** What these bytes say in Windows-1252. Some versions of Node take it for Latin-1, which has no letters there. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes);
  return latin.replace(/[\u0080-\u009f]/gu, (letter) => LETTERS.get(letter.charCodeAt(0)) ?? letter);
}
