import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { cacheStatements } from './cache-statements.ts';
import type { Engine } from './engine.ts';
import { GroupCommit } from './group-commit.ts';
import { lockSqliteFile } from './lock-sqlite-file.ts';
import type { Schema } from './schema.ts';

/** Throws `DatabaseInUseError` where another process has the file. */
export function openSqlite(path: string): Engine {
  const lock = lockSqliteFile(path);
  try {
    return createEngine(path, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Beside whoever has the file: the write-ahead log gives readers the last commit, and they hold up nobody. */
export function openSqliteReader(path: string): Pick<Engine, 'reader' | 'close'> {
  const connection = new Sqlite(path, { readonly: true });
  return { reader: kyselyOver(connection), close: async () => void connection.close() };
}

function createEngine(path: string, lock: { release(): void }): Engine {
  const connection = new Sqlite(path);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 5000');
  const writer = kyselyOver(connection);
  const readConnection = new Sqlite(path, { readonly: true });
  const commits = new GroupCommit(connection);
  const transaction: Engine['transaction'] = (run) => commits.run(() => run(writer));

  return {
    reader: kyselyOver(readConnection),
    transaction,
    statement: transaction,
    claim: transaction,
    migrate: transaction,
    isConflict: () => false,
    close: async () => {
      await commits.finish();
      // Last the writer: only it can empty the write-ahead log.
      readConnection.close();
      connection.close();
      lock.release();
    },
  };
}

function kyselyOver(connection: Sqlite.Database): Kysely<Schema> {
  return new Kysely({ dialect: new SqliteDialect({ database: cacheStatements(connection) }) });
}
