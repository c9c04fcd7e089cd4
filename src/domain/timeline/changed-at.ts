import { type Instant, toMilliseconds } from '../time.ts';

/** When a tag was changed, as the chat system writes it: seconds with six decimals, whose text order is their order. */
export function changedAtOf(at: Instant): string {
  return inSeconds(toMilliseconds(at) * 1_000);
}

/** The first moment after it. */
export function justAfter(changedAt: string): string {
  return inSeconds(Math.round(Number(changedAt) * 1_000_000) + 1);
}

export function latestOf(first: string, ...others: readonly string[]): string {
  return [first, ...others].sort().at(-1) ?? first;
}

function inSeconds(micro: number): string {
  return `${Math.floor(micro / 1_000_000)}.${String(micro % 1_000_000).padStart(6, '0')}`;
}
