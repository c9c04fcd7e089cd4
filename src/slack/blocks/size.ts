import type { KnownBlock } from '@slack/types';
import { limits } from './limits.ts';

/** What Slack counts of blocks towards `limits.messageSize`: every `text`, at any depth, and something for each block. */
export function sizeOf(blocks: readonly KnownBlock[]): number {
  return textIn(blocks) + blocks.length * limits.sizeOfBlock;
}

function textIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? inner.length : textIn(inner)),
    0,
  );
}
