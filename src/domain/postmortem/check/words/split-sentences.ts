import type { Statement } from '../stated-postmortem.ts';

/** Roughly: a list item, a line or a sentence. */
export function splitSentences(text: string): readonly string[] {
  return text
    .split(/\n+|(?<=[.!?;])\s+/u)
    .map((sentence) => sentence.replace(/^\s*[-*•+]\s+/u, '').trim())
    .filter((sentence) => sentence !== '');
}

/** Each sentence of theirs, where it stands. */
export function inSentences(statements: readonly Statement[]): readonly Statement[] {
  return statements.flatMap(({ text, place }) => splitSentences(text).map((sentence) => ({ text: sentence, place })));
}
