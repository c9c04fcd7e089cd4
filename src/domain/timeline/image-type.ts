/** What every browser shows, and what cannot hold a script. */
const SIGNATURES: ReadonlyMap<string, RegExp> = new Map([
  ['image/png', /^\u0089PNG\r\n\u001a\n/u],
  ['image/jpeg', /^\u00ff\u00d8\u00ff/u],
  ['image/gif', /^GIF8[79]a/u],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/u],
]);

const LONGEST_SIGNATURE = 12;

export function isImageType(mediaType: string): boolean {
  return SIGNATURES.has(mediaType);
}

/** Whether these bytes are an image of that type, by how they begin. */
export function isImageOf(mediaType: string, bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, LONGEST_SIGNATURE));
  return SIGNATURES.get(mediaType)?.test(beginning) ?? false;
}
