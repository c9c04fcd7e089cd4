/** A browser's address that is safe to link to and to stand within markup; undefined for anything but http and https. */
export function webAddress(text: string): string | undefined {
  if (!/^https?:\/\//iu.test(text) || !URL.canParse(text)) {
    return undefined;
  }
  return new URL(text).href.replace(/[^\w.~:/?#@!$&+,;=%-]/gu, percentEncode);
}

/** As `encodeURIComponent`, which leaves parentheses, quotes and asterisks as they are. A parsed address is ASCII. */
function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
