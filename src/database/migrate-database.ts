import type { Ids } from '../use-cases/system.ts';
import { openDatabase } from './open-database.ts';

/** Brings the database at that address to this version. Resolves to the names of the migrations that it ran. */
export async function migrateDatabase(databaseUrl: string): Promise<readonly string[]> {
  const opened = await openDatabase({ url: databaseUrl, ids: noIds });
  try {
    return await opened.migrateToLatest();
  } finally {
    await opened.close();
  }
}

const noIds: Ids = {
  next: () => {
    throw new Error('a migration makes no ids');
  },
};
