import { fileURLToPath } from 'node:url';
import type { Kysely } from 'kysely';
import type { Records } from '../use-cases/ports.ts';
import { pendingMigrations } from './migrate.ts';
import { records } from './records.ts';
import type { Schema } from './schema.ts';

/** Reads the database at that address, also while a bot runs on it, and changes nothing. */
export async function readDatabase<Value>(url: string, read: (records: Records) => Promise<Value>): Promise<Value> {
  const { reader, close } = await openReader(url);
  try {
    if ((await pendingMigrations({ reader })).length > 0) {
      throw new Error('the database is of an older version: run faultline migrate, then try again');
    }
    return await read(records(reader, noIds));
  } finally {
    await close();
  }
}

async function openReader(url: string): Promise<{ readonly reader: Kysely<Schema>; close(): Promise<void> }> {
  if (url.startsWith('file:')) {
    const { openSqliteReader } = await import('./open-sqlite.ts');
    return openSqliteReader(url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length));
  }
  const { openPostgres } = await import('./open-postgres.ts');
  return openPostgres(url);
}

const noIds = {
  next: () => {
    throw new Error('reading makes no ids');
  },
};
