import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/database/open-database.ts';
import { openSqlite } from '../../src/database/open-sqlite.ts';
import { commit } from '../support/commit.ts';
import { sqlite, testIds } from '../support/engines.ts';
import { at } from '../support/record-builder.ts';
import { spawnProcess } from '../support/spawn-process.ts';

it('is refused to a second process as long as this one has it', async () => {
  const url = await sqlite.freshUrl();
  await open(url);

  const said = await spawnProcess('hold-database.ts', url).nextLine();

  expect(said).toMatch(/^DatabaseInUseError: .*faultline\.db is open in another process/);
});

it('is refused to this process as long as another has it, and free at once when that is killed', async () => {
  const url = await sqlite.freshUrl();
  const other = spawnProcess('hold-database.ts', url);
  expect(await other.nextLine()).toBe('open');

  await expect(open(url)).rejects.toMatchObject({ name: 'DatabaseInUseError', code: 'SQLITE_BUSY' });

  await other.killAtOnce();
  await expect(open(url)).resolves.toBeDefined();
});

it('is refused to a second opener in the same process, and free once the first has closed it', async () => {
  const url = await sqlite.freshUrl();
  const first = await open(url);

  await expect(open(url)).rejects.toMatchObject({ name: 'DatabaseInUseError' });

  await first.close();
  await expect(open(url)).resolves.toBeDefined();
});

it('is written to the disk at every commit, with a write-ahead log, and keeps to its references', async () => {
  const path = (await sqlite.freshUrl()).slice('file:'.length);
  const engine = openSqlite(path);
  onTestFinished(() => engine.close());
  const pragma = (name: string) =>
    engine.statement(async (db) => (await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)).rows[0]);

  expect({
    ...(await pragma('journal_mode')),
    ...(await pragma('synchronous')),
    ...(await pragma('foreign_keys')),
  }).toEqual({
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
  });
  const written = sql`create table t (a integer)`;
  await expect(written.execute(engine.reader)).rejects.toThrow(/readonly/);
});

it('is whole without its write-ahead log once it is closed, so that a copy of it is a backup', async () => {
  const opened = await sqlite.open();
  const path = opened.url.slice('file:'.length);
  await commit(opened, ({ deliveries }) => deliveries.accept('T1:a', at('15:00')));
  expect(existsSync(`${path}-wal`)).toBe(true);

  await opened.close();

  expect(existsSync(`${path}-wal`)).toBe(false);
  expect(await opened.sql('select key from delivery')).toEqual([{ key: 'T1:a' }]);
});

async function open(url: string) {
  const opened = await openDatabase({ url, ids: testIds() });
  onTestFinished(() => opened.close());
  return opened;
}
