import { limits } from '../blocks/limits.ts';

/** What was taken out where a text was split, by a letter. */
const GLUES = { p: '\n\n', n: '\n', s: ' ', x: '' } as const;

export type Glue = keyof typeof GLUES;

/** A piece of a text that fits into a field, and what stood between it and the piece before. */
export interface Piece {
  readonly glue: Glue;
  readonly text: string;
}

/** A text in as many fields as it needs, split where it pauses; the last of `most` holds all that is left. */
export function splitText(text: string, most: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = text;
  let glue: Glue = 'x';
  while (rest.length > limits.inputValue && pieces.length < most - 1) {
    const next = pauseIn(rest);
    pieces.push({ glue, text: rest.slice(0, next.at) });
    rest = rest.slice(next.at + GLUES[next.glue].length);
    glue = next.glue;
  }
  return [...pieces, { glue, text: rest }];
}

export function joinPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ glue, text }) => `${GLUES[glue]}${text}`).join('');
}

export function isGlue(letter: string | undefined): letter is Glue {
  return letter !== undefined && letter in GLUES;
}

function pauseIn(text: string): { readonly glue: Glue; readonly at: number } {
  const longest = limits.inputValue;
  for (const glue of ['p', 'n', 's'] as const) {
    const at = text.lastIndexOf(GLUES[glue], longest);
    if (at > longest / 2) {
      return { glue, at };
    }
  }
  const isHalf = /[\uD800-\uDBFF]$/u.test(text.slice(0, longest));
  return { glue: 'x', at: isHalf ? longest - 1 : longest };
}
