import Sqlite from 'better-sqlite3';
import { DatabaseInUseError } from './database-in-use-error.ts';

/**
 * Keeps other processes from opening the file: leases and group commit count on there being one. SQLite's own lock
 * on a file beside it is the operating system's, so it ends with this process however that ends.
 */
export function lockSqliteFile(path: string): { release(): void } {
  const connection = new Sqlite(`${path}-lock`, { timeout: 0 });
  try {
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('begin exclusive');
  } catch (error) {
    connection.close();
    throw isBusy(error) ? new DatabaseInUseError(path, { cause: error }) : error;
  }
  return { release: () => void connection.close() };
}

function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
