import { Migrator } from 'kysely';
import { migrations } from '../../migrations/index.ts';
import type { Engine } from './engine.ts';

/** Resolves to the names of those it ran. All of them or none: what fails leaves the database as it was. */
export async function migrateToLatest(engine: Engine): Promise<readonly string[]> {
  return engine.migrate(async (db) => {
    const { error, results = [] } = await new Migrator({ db, provider }).migrateToLatest();
    if (error !== undefined) {
      throw new Error('the database could not be brought to this version', { cause: error });
    }
    return results.map(({ migrationName }) => migrationName);
  });
}

/** The names of those that this database still lacks. */
export async function pendingMigrations({ reader }: Pick<Engine, 'reader'>): Promise<readonly string[]> {
  const all = await new Migrator({ db: reader, provider }).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

const provider = { getMigrations: async () => migrations };
