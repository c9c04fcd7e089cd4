import type { KnownBlock } from '@slack/types';
import type { State } from '../state/state.ts';
import { readBlocks } from './read-blocks.ts';
import { type ShownElement, shownElements } from './shown-elements.ts';

export interface ShownButton extends ShownElement {
  readonly text: string;
}

export function shownButtons(state: State, blocks: readonly KnownBlock[]): readonly ShownButton[] {
  return shownElements(state, blocks)
    .filter(({ element }) => element.type === 'button')
    .map((shown) => ({ ...shown, text: readBlocks(state, [shown.element]).slice(1, -1) }));
}
