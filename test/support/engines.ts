import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { monotonicFactory } from 'ulid';
import { inject, onTestFinished } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/database/open-database.ts';
import type { Ids } from '../../src/use-cases/system.ts';
import { temporaryFolder } from './temporary-folder.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** A database of the current version, gone when the test ends. */
export interface TestDatabase extends OpenDatabase {
  readonly url: string;
  /** The same database as the next process sees it: on SQLite there is only one, so it is this one again. */
  peer(): Promise<OpenDatabase>;
  /** Looks and reaches past the stores. */
  sql(statement: string): Promise<readonly Row[]>;
  /** What a server does by itself now and then, and the one of the tests does not. */
  tidy(): Promise<void>;
}

export interface TestEngine {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** Where an empty database is, or will be once it is opened. */
  freshUrl(): Promise<string>;
  open(): Promise<TestDatabase>;
}

export const sqlite: TestEngine = {
  name: 'SQLite',
  freshUrl: freshSqliteFile,
  async open() {
    const url = await freshSqliteFile();
    const opened = await openMigrated(url);
    const sql = async (statement: string) => askSqlite(url, statement);
    return { ...opened, url, peer: async () => opened, sql, tidy: async () => {} };
  },
};

export const postgres = postgresEngine(async () => {
  const url = await freshPostgresDatabase();
  // So that no index happens to give rows in an order that was not asked for.
  const lucky = ['enable_indexscan', 'enable_indexonlyscan', 'enable_bitmapscan'];
  const name = new URL(url).pathname.slice(1);
  await askPostgres(url, lucky.map((setting) => `alter database ${name} set ${setting} = off`).join(';'));
  return url;
});

/** As it is installed: for what is so large that it needs its indexes. */
export const indexedPostgres = postgresEngine(freshPostgresDatabase);

function postgresEngine(freshUrl: () => Promise<string>): TestEngine {
  return {
    name: 'PostgreSQL',
    freshUrl,
    async open() {
      const url = await freshUrl();
      const opened = await openMigrated(url);
      const sql = (statement: string) => askPostgres(url, statement);
      return { ...opened, url, peer: () => openFor(url), sql, tidy: () => sql('vacuum analyze').then(() => {}) };
    },
  };
}

/** For `describe.each`: what holds for one must hold for the other. */
export const engines: readonly TestEngine[] = [sqlite, postgres];

/** Looks past the stores into whatever database that is. */
export async function askDatabase(url: string, statement: string): Promise<readonly Row[]> {
  return url.startsWith('file:') ? askSqlite(url, statement) : askPostgres(url, statement);
}

export function testIds(): Ids {
  const next = monotonicFactory();
  return { next: () => next() };
}

async function openMigrated(url: string): Promise<OpenDatabase> {
  const opened = await openFor(url);
  await opened.migrateToLatest();
  return opened;
}

async function openFor(url: string): Promise<OpenDatabase> {
  const opened = await openDatabase({ url, ids: testIds() });
  onTestFinished(() => opened.close());
  return opened;
}

async function freshSqliteFile(): Promise<string> {
  return `file:${join(temporaryFolder(), 'faultline.db')}`;
}

async function freshPostgresDatabase(): Promise<string> {
  const server = inject('postgresUrl');
  const name = `faultline_${randomBytes(8).toString('hex')}`;
  await askPostgres(server, `create database ${name}`);
  // By force, because a test that failed may have left a connection behind.
  onTestFinished(() => askPostgres(server, `drop database ${name} with (force)`).then(() => {}));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function askPostgres(url: string, statement: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

function askSqlite(url: string, statement: string): readonly Row[] {
  const connection = new Sqlite(url.slice('file:'.length));
  try {
    const prepared = connection.prepare<[], Row>(statement);
    if (prepared.reader) {
      return prepared.all();
    }
    prepared.run();
    return [];
  } finally {
    connection.close();
  }
}
