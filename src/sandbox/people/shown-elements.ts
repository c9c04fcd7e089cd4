import type { KnownBlock } from '@slack/types';
import type { State } from '../state/state.ts';
import { readBlocks } from './read-blocks.ts';

export interface ShownElement {
  readonly blockId: string;
  readonly element: { readonly type: string; readonly action_id?: string } & Readonly<Record<string, unknown>>;
  /** What the section that it belongs to says: its own, or the one above a row of elements. */
  readonly beside: string;
}

/** Everything in these blocks that can be pressed or chosen from. */
export function shownElements(state: State, blocks: readonly KnownBlock[]): readonly ShownElement[] {
  return blocks.flatMap((block, index) => {
    const beside = readBlocks(state, [wordsOf(block.type === 'actions' ? blocks[index - 1] : block)]);
    return elementsOf(block).map((element) => ({ blockId: block.block_id ?? '', element: { ...element }, beside }));
  });
}

/** Those that stand beside these words, or all. */
export function standingBeside<Element extends ShownElement>(
  elements: readonly Element[],
  words = '',
): readonly Element[] {
  return elements.filter(({ beside }) => beside.includes(words));
}

function elementsOf(block: KnownBlock) {
  if (block.type === 'actions') {
    return block.elements;
  }
  return block.type === 'section' && block.accessory !== undefined ? [block.accessory] : [];
}

function wordsOf(block: KnownBlock | undefined): unknown {
  return block?.type === 'section' ? { ...block, accessory: undefined } : undefined;
}
