import type { Piece } from './block.ts';

/** What goes on over several lines, as one text. */
export interface Passage {
  readonly text: string;
  lineAt(offset: number): number;
}

export function passageOf(pieces: readonly Piece[]): Passage {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of pieces) {
    starts.push(length);
    length += text.length + 1;
  }
  return {
    text: pieces.map(({ text }) => text).join(' '),
    lineAt: (offset) => pieces[starts.findLastIndex((start) => start <= offset)]?.line ?? pieces[0]?.line ?? 1,
  };
}
