import type { KnownBlock } from '@slack/types';
import type { State } from '../state/state.ts';
import { readBlocks } from './read-blocks.ts';

export interface ShownButton {
  readonly text: string;
  readonly blockId: string;
  readonly element: { readonly type: string; readonly action_id?: string } & Readonly<Record<string, unknown>>;
}

export function shownButtons(state: State, blocks: readonly KnownBlock[]): readonly ShownButton[] {
  return blocks.flatMap((block) =>
    elementsOf(block)
      .filter(({ type }) => type === 'button')
      .map((element) => ({
        text: readBlocks(state, [element]).slice(1, -1),
        blockId: block.block_id ?? '',
        element: { ...element },
      })),
  );
}

function elementsOf(block: KnownBlock) {
  if (block.type === 'actions') {
    return block.elements;
  }
  return block.type === 'section' && block.accessory !== undefined ? [block.accessory] : [];
}
