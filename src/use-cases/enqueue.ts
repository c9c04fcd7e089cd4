import type { Instant } from '../domain/time.ts';
import type { Records } from './ports.ts';
import type { Work } from './work.ts';

/** Asks for work to be done now, in one lane and in this order. */
export async function enqueue(records: Records, lane: string, now: Instant, ...pieces: readonly Work[]): Promise<void> {
  for (const work of pieces) {
    await records.work.add({ work, lane, runAt: now, dedupeKey: undefined });
  }
}
