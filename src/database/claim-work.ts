import type { Kysely } from 'kysely';
import type { WorkQueue } from '../use-cases/ports.ts';
import type { ClaimedWork } from '../use-cases/work.ts';
import { findLaneHeads } from './find-lane-heads.ts';
import type { Schema, WorkRow } from './schema.ts';
import { readPayload } from './work-payload.ts';

type Claim = Parameters<WorkQueue['claim']>[0];

/** To be run alone among claims. Marks as failed what this version cannot read, so that its lane goes on. */
export async function claimWork(db: Kysely<Schema>, claim: Claim): Promise<readonly ClaimedWork[]> {
  const heads = await findLaneHeads(db, claim);
  if (heads.length === 0) {
    return [];
  }
  const rows = await db
    .updateTable('work')
    .set((eb) => ({ claimed_by: claim.by, claimed_until: claim.until, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', heads)
    .returningAll()
    .execute();

  const claimed: ClaimedWork[] = [];
  for (const row of rows.sort((a, b) => heads.indexOf(a.id) - heads.indexOf(b.id))) {
    const read = readPayload(row);
    if (read.ok) {
      claimed.push({ id: row.id, work: read.value, lane: row.lane, runAt: row.run_at, attempts: row.attempts - 1 });
    } else {
      await fail(db, row, claim, read.refusal);
    }
  }
  return claimed;
}

async function fail(db: Kysely<Schema>, row: WorkRow, { now }: Claim, reason: string): Promise<void> {
  await db
    .updateTable('work')
    .set({ claimed_by: null, claimed_until: null, failed_at: now, last_error: reason })
    .where('id', '=', row.id)
    .execute();
}
