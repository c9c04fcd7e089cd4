/** What one line of the file says, without the marks of Markdown. */
export interface Piece {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** What a document is made of, as its marks show it. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly pieces: readonly Piece[] }
  | ParagraphBlock
  | ItemBlock
  | RowBlock;

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly pieces: readonly Piece[];
  readonly hasLink: boolean;
  /** Whether all of it is set apart as an aside, as what nobody has written yet is in our own drafts. */
  readonly isAside: boolean;
}

export interface ItemBlock {
  readonly kind: 'item';
  /** How far it stands from the margin. */
  readonly indent: number;
  /** Undefined where it has no box to tick. */
  readonly isTicked: boolean | undefined;
  readonly pieces: readonly Piece[];
  readonly hasLink: boolean;
}

export interface RowBlock {
  readonly kind: 'row';
  readonly columns: readonly string[];
  readonly cells: readonly Cell[];
  readonly pieces: readonly Piece[];
  readonly hasLink: boolean;
}

export interface Cell {
  readonly text: string;
  readonly isAside: boolean;
}

export function textOf({ pieces }: Pick<Block, 'pieces'>): string {
  return pieces
    .map(({ text }) => text.trim())
    .join(' ')
    .trim();
}
