import { Migrator } from 'kysely';
import { onTestFinished } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import type { Engine } from '../../src/database/engine.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';
import { openSqlite } from '../../src/database/open-sqlite.ts';

type MigrationName = keyof typeof migrations;

/** A database as an earlier version of the bot left it. */
export async function openAtMigration(url: string, name: MigrationName): Promise<Engine> {
  const engine = openEngine(url);
  onTestFinished(() => engine.close());
  await migrateTo(engine, name);
  return engine;
}

/** The same, for another process to open. */
export async function leaveAtMigration(url: string, name: MigrationName): Promise<void> {
  const engine = openEngine(url);
  try {
    await migrateTo(engine, name);
  } finally {
    await engine.close();
  }
}

function openEngine(url: string): Engine {
  return url.startsWith('file:') ? openSqlite(url.slice('file:'.length)) : openPostgres(url);
}

async function migrateTo(engine: Engine, name: MigrationName): Promise<void> {
  await engine.migrate(async (db) => {
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(name);
    if (error !== undefined) {
      throw error;
    }
  });
}
