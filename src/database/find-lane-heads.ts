import type { ExpressionBuilder, Kysely } from 'kysely';
import type { WorkId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { isUnfinished } from './is-unfinished.ts';
import type { Schema, WorkRow } from './schema.ts';

const PAGE = 32;

/**
 * The first unfinished piece of each lane, where it is due by `now` and nobody holds the lane and no pause of it lasts:
 * at most `limit`, those of lanes with urgent work first, each earliest first. One pass over an index of what is due,
 * and a second one where urgent work is among it: work of the future costs nothing, and what waits in a lane behind its
 * first piece costs a step in the index, not a row.
 */
export async function findLaneHeads(
  db: Kysely<Schema>,
  { now, limit, ordinaryLimit }: { readonly now: Instant; readonly limit: number; readonly ordinaryLimit: number },
): Promise<readonly WorkId[]> {
  const lanes = await findUrgentLanes(db, { now, limit });
  const urgent = await findHeads(db, { now, limit: lanes.length, onlyIn: lanes, notIn: [] });
  const rest = Math.min(ordinaryLimit, limit - lanes.length);
  const ordinary = await findHeads(db, { now, limit: rest, onlyIn: undefined, notIn: lanes });
  return [...urgent, ...ordinary];
}

/** Whose urgent work waits longest, first. */
async function findUrgentLanes(
  db: Kysely<Schema>,
  { now, limit }: { readonly now: Instant; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('work')
    .select('lane')
    .where(isUnfinished)
    // In the very terms of its index.
    .where(({ eb }) => eb('is_urgent', '=', eb.lit(1)))
    .where('run_at', '<=', now)
    .where((eb) => eb('lane', 'not in', heldLanes(eb, now)))
    .groupBy('lane')
    .orderBy(({ fn }) => fn.min('run_at'))
    .orderBy(({ fn }) => fn.min('id'))
    .limit(limit)
    .execute();
  return rows.map(({ lane }) => lane);
}

interface Search {
  readonly now: Instant;
  readonly limit: number;
  readonly onlyIn: readonly string[] | undefined;
  readonly notIn: readonly string[];
}

async function findHeads(db: Kysely<Schema>, { limit, ...search }: Search): Promise<readonly WorkId[]> {
  const heads = new Map<string, WorkId>();
  let last: Position | undefined;
  while (heads.size < limit) {
    const page = await findDue(db, { ...search, after: last, notIn: [...search.notIn, ...heads.keys()] });
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
  { now, after, onlyIn, notIn }: Omit<Search, 'limit'> & { readonly after: Position | undefined },
): Promise<readonly Position[]> {
  let query = db
    .selectFrom('work')
    .select(['run_at', 'id', 'lane'])
    .where(isUnfinished)
    .where('run_at', '<=', now)
    .where((eb) => eb('lane', 'not in', heldLanes(eb, now)));
  if (onlyIn !== undefined) {
    query = query.where('lane', 'in', onlyIn);
  }
  if (notIn.length > 0) {
    query = query.where('lane', 'not in', notIn);
  }
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('run_at', 'id'), '>', tuple(after.run_at, after.id)));
  }
  return query.orderBy('run_at').orderBy('id').limit(PAGE).execute();
}

function heldLanes({ selectFrom }: ExpressionBuilder<Schema, 'work'>, now: Instant) {
  return selectFrom('work').select('lane').where(isUnfinished).where('claimed_until', '>', now);
}
