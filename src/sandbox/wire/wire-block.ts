import type { KnownBlock } from '@slack/types';

/** A block as far as every one of Slack's published response types agrees on it; the rest travels along. */
export interface WireBlock {
  type: string;
  block_id?: string;
}

export function wireBlocks(blocks: readonly KnownBlock[]): WireBlock[] {
  return [...blocks];
}
