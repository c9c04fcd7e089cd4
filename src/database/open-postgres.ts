import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import { wrapPool } from './wrap-pool.ts';

/** Any number that nothing else in this database takes an advisory lock on. */
const CLAIM_LOCK = 7_305_114_902;

export function openPostgres(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // A connection that died without a word must not keep a query, and with it the worker, waiting for hours.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    query_timeout: 15_000,
  });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: wrapPool(pool) }) });
  let closed: Promise<void> | undefined;

  return {
    reader: db,
    // Below this level the later of two writers that read the same row would undo the earlier.
    transaction: (run) => db.transaction().setIsolationLevel('repeatable read').execute(run),
    statement: (run) => run(db),
    claim: (run) =>
      // At this level each statement sees what was committed before it, and so, under the lock, every earlier claim.
      db
        .transaction()
        .setIsolationLevel('read committed')
        .execute(async (transaction) => {
          await sql`select pg_advisory_xact_lock(${sql.lit(CLAIM_LOCK)})`.execute(transaction);
          return run(transaction);
        }),
    migrate: (run) => run(db),
    isConflict,
    close: () => {
      closed ??= db.destroy();
      return closed;
    },
  };
}

/** What two that took the same number break. */
const NUMBERS: readonly unknown[] = ['incident_number_unique', 'narrative_entry_version_unique'];

/** Serialization failure, deadlock, and two that took the same number. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) {
    return false;
  }
  return (
    error.code === '40001' || error.code === '40P01' || (error.code === '23505' && NUMBERS.includes(error.constraint))
  );
}
