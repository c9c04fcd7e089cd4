import { fileURLToPath } from 'node:url';
import type { Database, WorkQueue } from '../use-cases/ports.ts';
import type { Ids } from '../use-cases/system.ts';
import { createDatabase } from './database.ts';
import { DatabaseWorkQueue } from './database-work-queue.ts';
import type { Engine } from './engine.ts';
import { migrateToLatest, pendingMigrations } from './migrate.ts';

export interface OpenDatabase {
  readonly database: Database;
  readonly workQueue: WorkQueue;
  /** Resolves to the names of the migrations that it ran. */
  migrateToLatest(): Promise<readonly string[]>;
  /** Rejects where the database cannot be reached. */
  pendingMigrations(): Promise<readonly string[]>;
  /** Waits for what runs; may be called twice. */
  close(): Promise<void>;
}

/** `url` is `file:./faultline.db` or `postgres://…`. Throws `DatabaseInUseError` where another process has the file. */
export async function openDatabase({ url, ids }: { readonly url: string; readonly ids: Ids }): Promise<OpenDatabase> {
  const engine = await openEngine(url);
  return {
    database: createDatabase(engine, ids),
    workQueue: new DatabaseWorkQueue(engine),
    migrateToLatest: () => migrateToLatest(engine),
    pendingMigrations: () => pendingMigrations(engine),
    close: () => engine.close(),
  };
}

/** Each engine's driver is loaded only where it is used. */
async function openEngine(url: string): Promise<Engine> {
  if (url.startsWith('file:')) {
    const { openSqlite } = await import('./open-sqlite.ts');
    return openSqlite(url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length));
  }
  const { openPostgres } = await import('./open-postgres.ts');
  return openPostgres(url);
}
