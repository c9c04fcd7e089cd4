import { type Env, readDatabaseUrl } from '../config.ts';
import { explainFault } from './explain-fault.ts';
import type { Print } from './print.ts';

export interface MigrateOptions {
  readonly env: Env;
  readonly print: Print;
  /** Resolves to the names of the migrations that it ran. */
  readonly migrateDatabase: (databaseUrl: string) => Promise<readonly string[]>;
}

/** Brings the database to this version. Resolves to the exit code. */
export async function migrate({ env, print, migrateDatabase }: MigrateOptions): Promise<number> {
  const databaseUrl = readDatabaseUrl(env);
  if (!databaseUrl.ok) {
    print.problems(databaseUrl.refusal.map(({ sentence }) => sentence));
    return 1;
  }
  try {
    const names = await migrateDatabase(databaseUrl.value);
    print.line(names.length === 0 ? 'The database is at this version already.' : `Ran ${names.join(', ')}.`);
    return 0;
  } catch (error) {
    print.problems([explainFault(error)]);
    return 1;
  }
}
