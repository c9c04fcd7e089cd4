import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** All that differs between SQLite and PostgreSQL; each opener makes one. */
export interface Engine {
  /** Sees only what is committed; never written through. */
  readonly reader: Kysely<Schema>;
  /** Runs in one transaction and resolves after its commit; what throws leaves no trace. */
  transaction<Value>(run: (db: Kysely<Schema>) => Promise<Value>): Promise<Value>;
  /** The same for a single statement. */
  statement<Value>(run: (db: Kysely<Schema>) => Promise<Value>): Promise<Value>;
  /** A transaction that sees every claim before it and runs alone among claims, those of other processes included. */
  claim<Value>(run: (db: Kysely<Schema>) => Promise<Value>): Promise<Value>;
  /** Runs Kysely's migrator, all or nothing. */
  migrate<Value>(run: (db: Kysely<Schema>) => Promise<Value>): Promise<Value>;
  /** Whether the same transaction, run again, can succeed. */
  isConflict(error: unknown): boolean;
  close(): Promise<void>;
}
