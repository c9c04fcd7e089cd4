import type { ItemBlock, ParagraphBlock, Piece, RowBlock } from './block.ts';
import type { Role } from './role.ts';

/** Something that a document says, and which part of it that belongs to. */
export interface Told {
  /** Undefined where the part that it stands in is not known. */
  readonly role: Role | undefined;
  /** Whether it stands below the heading of the timeline. */
  readonly isInTimeline: boolean;
  /** Where there is no heading above it yet, but a title. */
  readonly isTop: boolean;
  /** Whether a label in its own line gave it its role. */
  readonly isLabelled: boolean;
  /** A paragraph is parted at the labels within it. */
  readonly block: ParagraphBlock | ItemBlock | RowBlock;
}

/** A heading, or what stands for one. */
export interface ToldTitle {
  readonly piece: Piece;
  readonly role: Role | undefined;
}
