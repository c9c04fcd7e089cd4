import type { Kysely } from 'kysely';
import type { WorkId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { isUnfinished } from './is-unfinished.ts';
import type { Schema, WorkRow } from './schema.ts';

const PAGE = 32;

/**
 * The first unfinished piece of each lane, where it is due by `now` and nobody holds the lane and no pause of it lasts:
 * at most `limit`, earliest first. One pass over an index of what is due: work of the future costs nothing, and what
 * waits in a lane behind its first piece costs a step in the index, not a row.
 */
export async function findLaneHeads(
  db: Kysely<Schema>,
  { now, limit }: { readonly now: Instant; readonly limit: number },
): Promise<readonly WorkId[]> {
  const heads = new Map<string, WorkId>();
  let last: Position | undefined;
  while (heads.size < limit) {
    const page = await findDue(db, { now, after: last, notIn: [...heads.keys()] });
    for (const { lane, id } of page) {
      if (!heads.has(lane) && heads.size < limit) {
        heads.set(lane, id);
      }
    }
    last = page.at(-1);
    if (last === undefined || page.length < PAGE) {
      break;
    }
  }
  return [...heads.values()];
}

type Position = Pick<WorkRow, 'run_at' | 'id' | 'lane'>;

async function findDue(
  db: Kysely<Schema>,
  { now, after, notIn }: { readonly now: Instant; readonly after: Position | undefined; readonly notIn: string[] },
): Promise<readonly Position[]> {
  let query = db
    .selectFrom('work')
    .select(['run_at', 'id', 'lane'])
    .where(isUnfinished)
    .where('run_at', '<=', now)
    .where(({ eb, selectFrom }) =>
      eb('lane', 'not in', selectFrom('work').select('lane').where(isUnfinished).where('claimed_until', '>', now)),
    );
  if (notIn.length > 0) {
    query = query.where('lane', 'not in', notIn);
  }
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('run_at', 'id'), '>', tuple(after.run_at, after.id)));
  }
  return query.orderBy('run_at').orderBy('id').limit(PAGE).execute();
}
