import { Migrator } from 'kysely';
import { onTestFinished } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import type { Engine } from '../../src/database/engine.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';
import { openSqlite } from '../../src/database/open-sqlite.ts';

/** A database as an earlier version of the bot left it. */
export async function openAtMigration(url: string, name: keyof typeof migrations): Promise<Engine> {
  const engine = url.startsWith('file:') ? openSqlite(url.slice('file:'.length)) : openPostgres(url);
  onTestFinished(() => engine.close());
  await engine.migrate(async (db) => {
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(name);
    if (error !== undefined) {
      throw error;
    }
  });
  return engine;
}
