import { expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../src/database/open-database.ts';
import { commit } from '../support/commit.ts';
import { postgres, testIds } from '../support/engines.ts';
import { at } from '../support/record-builder.ts';

const BREAK_ALL =
  'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';

it('a connection that breaks within a transaction fails that one, and the next gets a new connection', async () => {
  const opened = await postgres.open();

  const broken = commit(opened, async ({ deliveries }) => {
    await deliveries.accept('T1:a', at('15:00'));
    await opened.sql(BREAK_ALL);
    return deliveries.accept('T1:b', at('15:00'));
  });

  await expect(broken).rejects.toThrow(/terminat|connection/i);
  expect(await commit(opened, ({ deliveries }) => deliveries.accept('T1:a', at('15:00')))).toBe(true);
});

it('connections that break while nobody uses them are replaced', async () => {
  const opened = await postgres.open();
  const ids = testIds();
  const acceptSome = () =>
    Promise.all(
      Array.from({ length: 4 }, () => commit(opened, ({ deliveries }) => deliveries.accept(ids.next(), at('15:00')))),
    );
  await acceptSome();

  await opened.sql(BREAK_ALL);

  // The first may still meet a connection whose end has not arrived here.
  await vi.waitFor(async () => expect(await acceptSome()).toEqual([true, true, true, true]));
});

it('a server that cannot be reached is a fault of whoever asks, not of the process', async () => {
  const opened = await openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none', ids: testIds() });
  onTestFinished(() => opened.close());

  await expect(opened.pendingMigrations()).rejects.toThrow('ECONNREFUSED');
});
