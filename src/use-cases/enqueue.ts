import type { Instant } from '../domain/time.ts';
import type { Records } from './ports.ts';
import type { Work } from './work.ts';

/** Asks for work to be done then, in one lane and in this order. */
export async function enqueue(
  records: Records,
  lane: string,
  runAt: Instant,
  ...pieces: readonly Work[]
): Promise<void> {
  for (const work of pieces) {
    await records.work.add({ work, lane, runAt, dedupeKey: undefined });
  }
}
