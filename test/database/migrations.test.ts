import { describe, expect, it, onTestFinished } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { engines, postgres, sqlite, type TestDatabase, testIds } from '../support/engines.ts';

const names = Object.keys(migrations);

describe.each(engines)('migrations on $name', ({ freshUrl }) => {
  it('bring an empty database to this version, and change nothing when run again', async () => {
    const opened = await open(await freshUrl());
    expect(await opened.pendingMigrations()).toEqual(names);

    expect(await opened.migrateToLatest()).toEqual(names);
    expect(await opened.pendingMigrations()).toEqual([]);
    expect(await opened.migrateToLatest()).toEqual([]);
    expect(await opened.pendingMigrations()).toEqual([]);
  });

  it('are known to have run to whoever opens the database next', async () => {
    const url = await freshUrl();
    const first = await open(url);
    await first.migrateToLatest();
    await first.close();

    expect(await (await open(url)).pendingMigrations()).toEqual([]);
  });

  it('run once where they are asked for twice at the same moment', async () => {
    const opened = await open(await freshUrl());

    const ran = await Promise.all([opened.migrateToLatest(), opened.migrateToLatest()]);

    expect(ran.flat()).toEqual(names);
  });
});

it('migrations run once where two processes start at the same moment on an empty PostgreSQL', async () => {
  const url = await postgres.freshUrl();
  const processes = await Promise.all([open(url), open(url), open(url)]);

  const ran = await Promise.all(processes.map((each) => each.migrateToLatest()));

  expect(ran.flat()).toEqual(names);
});

it('migrations make the same tables on both engines: the same columns, as nullable and of the same type', async () => {
  const onSqlite = await sqliteColumns(await sqlite.open());
  const onPostgres = await postgresColumns(await postgres.open());

  expect(onPostgres.length).toBeGreaterThan(50);
  expect(onSqlite).toEqual(onPostgres);
});

async function open(url: string) {
  const opened = await openDatabase({ url, ids: testIds() });
  onTestFinished(() => opened.close());
  return opened;
}

async function sqliteColumns({ sql }: TestDatabase): Promise<readonly string[]> {
  const columns = await sql(
    `select t.name as "table", c.name as "column", lower(c.type) as type, c."notnull" as required
     from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'kysely%'`,
  );
  return columns.map((row) => describeColumn({ ...row, required: row.required === 1 })).sort();
}

async function postgresColumns({ sql }: TestDatabase): Promise<readonly string[]> {
  const columns = await sql(
    `select table_name as "table", column_name as "column", data_type as type, is_nullable as nullable
     from information_schema.columns where table_schema = 'public' and table_name not like 'kysely%'`,
  );
  return columns.map((row) => describeColumn({ ...row, required: row.nullable === 'NO' })).sort();
}

function describeColumn(column: Readonly<Record<string, unknown>>): string {
  return `${column.table}.${column.column} ${column.type}${column.required === true ? ' not null' : ''}`;
}
