import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool } from 'pg';
import { storable } from './storable.ts';

/** A pool as Kysely sees it, of which no connection can end the process by breaking. */
export function wrapPool(pool: Pool): PostgresPool {
  // While nobody uses it: the pool drops it, and whoever asks next gets a new one.
  pool.on('error', () => {});
  // While somebody does: the query fails, and the pool drops it when it is given back.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    connect: async () => {
      const client = await pool.connect();
      const query = (sql: string, parameters: readonly unknown[]) => client.query(sql, parameters.map(storable));
      // Kysely's other way to ask, by a cursor, is used nowhere.
      return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
    },
    end: () => pool.end(),
  };
}
