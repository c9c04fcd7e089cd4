type Signature = (beginning: string) => boolean;

/** What every browser shows, and what cannot hold a script. */
const SIGNATURES: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ['image/png', (beginning) => beginning.startsWith('\u0089PNG\r\n\u001a\n')],
  ['image/jpeg', (beginning) => beginning.startsWith('\u00ff\u00d8\u00ff')],
  ['image/gif', (beginning) => /^GIF8[79]a/u.test(beginning)],
  ['image/webp', (beginning) => /^RIFF[\s\S]{4}WEBP/u.test(beginning)],
]);

const LONGEST_SIGNATURE = 12;

export function isImageType(mediaType: string): boolean {
  return SIGNATURES.has(mediaType);
}

/** Whether these bytes are an image of that type, by how they begin. */
export function isImageOf(mediaType: string, bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, LONGEST_SIGNATURE));
  return SIGNATURES.get(mediaType)?.(beginning) ?? false;
}
