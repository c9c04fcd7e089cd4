import type { Database } from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { storable } from './storable.ts';

const MOST_STATEMENTS = 256;

/** Kysely prepares a statement for every query; this hands out those that it prepared lately. */
export function cacheStatements(connection: Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => void connection.close(),
    prepare: (sql) => {
      const statement = statements.get(sql) ?? prepare(connection, sql);
      statements.delete(sql);
      statements.set(sql, statement);
      const [oldest] = statements.keys();
      if (statements.size > MOST_STATEMENTS && oldest !== undefined) {
        statements.delete(oldest);
      }
      return statement;
    },
  };
}

function prepare(connection: Database, sql: string): SqliteStatement {
  const statement = connection.prepare<readonly unknown[]>(sql);
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters.map(storable)),
    run: (parameters) => statement.run(parameters.map(storable)),
    iterate: (parameters) => statement.iterate(parameters.map(storable)),
  };
}
