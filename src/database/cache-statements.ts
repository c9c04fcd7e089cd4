import type { Database, Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

const MOST_STATEMENTS = 256;

/** Kysely prepares a statement for every query; this hands out those that it prepared lately. */
export function cacheStatements(connection: Database): SqliteDatabase {
  const statements = new Map<string, Statement<readonly unknown[]>>();
  return {
    close: () => void connection.close(),
    prepare: (sql) => {
      const statement = statements.get(sql) ?? connection.prepare<readonly unknown[]>(sql);
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
