/** Roughly: a list item, a line or a sentence. */
export function splitSentences(text: string): readonly string[] {
  return text
    .split(/\n+|(?<=[.!?;])\s+/u)
    .map((sentence) => sentence.replace(/^\s*[-*•+]\s+/u, '').trim())
    .filter((sentence) => sentence !== '');
}
