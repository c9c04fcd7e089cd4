import { randomBytes } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { monotonicFactory } from 'ulid';
import { inject, onTestFinished } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/database/open-database.ts';
import type { Ids } from '../../src/use-cases/system.ts';
import { askPostgres, type Row } from './ask-postgres.ts';
import { temporaryFolder } from './temporary-folder.ts';

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
  /** Where a database of the current version is, with nothing in it. */
  migratedUrl(): Promise<string>;
  open(): Promise<TestDatabase>;
}

export const sqlite: TestEngine = {
  name: 'SQLite',
  freshUrl: async () => `file:${newSqlitePath()}`,
  async migratedUrl() {
    const path = newSqlitePath();
    copyFileSync(inject('sqliteTemplate'), path);
    return `file:${path}`;
  },
  async open() {
    const url = await sqlite.migratedUrl();
    const opened = await openFor(url);
    const sql = async (statement: string) => askSqlite(url, statement);
    return { ...opened, url, peer: async () => opened, sql, tidy: async () => {} };
  },
};

export const postgres = postgresEngine(async (template) => {
  const url = await newPostgresDatabase(template);
  // So that no index happens to give rows in an order that was not asked for.
  const lucky = ['enable_indexscan', 'enable_indexonlyscan', 'enable_bitmapscan'];
  const name = new URL(url).pathname.slice(1);
  await askPostgres(url, lucky.map((setting) => `alter database ${name} set ${setting} = off`).join(';'));
  return url;
});

/** As it is installed: for what is so large that it needs its indexes. */
export const indexedPostgres = postgresEngine(newPostgresDatabase);

function postgresEngine(create: (template: string) => Promise<string>): TestEngine {
  const migratedUrl = () => create(inject('postgresTemplate'));
  return {
    name: 'PostgreSQL',
    freshUrl: () => create('template1'),
    migratedUrl,
    async open() {
      const url = await migratedUrl();
      const opened = await openFor(url);
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

async function openFor(url: string): Promise<OpenDatabase> {
  const opened = await openDatabase({ url, ids: testIds() });
  onTestFinished(() => opened.close());
  return opened;
}

function newSqlitePath(): string {
  return join(temporaryFolder(), 'faultline.db');
}

async function newPostgresDatabase(template: string): Promise<string> {
  const server = inject('postgresUrl');
  const name = `faultline_${randomBytes(8).toString('hex')}`;
  await askPostgres(server, `create database ${name} template ${template}`);
  // By force, because a test that failed may have left a connection behind.
  onTestFinished(() => askPostgres(server, `drop database ${name} with (force)`).then(() => {}));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
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
