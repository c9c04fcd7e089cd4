import { expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../src/database/open-database.ts';
import type { Row } from '../support/ask-postgres.ts';
import { postgres, sqlite, type TestDatabase, testIds } from '../support/engines.ts';
import { at } from '../support/record-builder.ts';
import { spawnProcess } from '../support/spawn-process.ts';
import { claim, told } from '../support/work-requests.ts';

it.each([
  { ...sqlite, steps: 3 },
  { ...sqlite, steps: 300 },
  { ...postgres, steps: 100 },
])(
  'a process killed after $steps steps on $name leaves all that it promised, and its work to the next',
  async ({ open, name, steps }) => {
    const opened = await open();
    await opened.close();

    const said = await runUntilKilled(opened.url, steps);
    await vi.waitUntil(() => isAlone(name, opened));

    const kept = await ask(opened, 'select key as name from delivery');
    const asked = await ask(opened, 'select lane as name from work');
    const done = await ask(opened, 'select lane as name from work where done_at is not null');
    expect(kept).toEqual(expect.arrayContaining([...said.committed]));
    expect(done).toEqual(expect.arrayContaining([...said.finished]));
    // One transaction wrote both, so that one is never there without the other.
    expect(asked).toEqual(kept);
    await expectLeasesToPassOn(opened, { asked, done, claimed: said.claimed });
    if (name === 'SQLite') {
      expect(await opened.sql('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    }
  },
);

/** What was claimed and not finished is given to nobody at once and to the next process after the lease. */
async function expectLeasesToPassOn(
  opened: TestDatabase,
  names: Readonly<Record<'asked' | 'done' | 'claimed', readonly string[]>>,
): Promise<void> {
  const next = await openDatabase({ url: opened.url, ids: testIds() });
  onTestFinished(() => next.close());
  const unfinished = names.asked.filter((name) => !names.done.includes(name));
  const left = names.claimed.filter((name) => unfinished.includes(name));

  const atOnce = told(await claim(next, 'next', { limit: 10_000, until: at('15:05') }));
  expect(left.filter((name) => atOnce.includes(name))).toEqual([]);
  const afterTheLease = told(await claim(next, 'next', { limit: 10_000, now: at('15:10') }));
  expect(afterTheLease.toSorted()).toEqual(unfinished);
}

/** Resolves to what the process said it had done. */
async function runUntilKilled(url: string, steps: number) {
  const process = spawnProcess('commit-until-killed.ts', url, 'killed');
  const lines: (string | undefined)[] = [];
  while (lines.length < steps) {
    lines.push(await process.nextLine());
  }
  lines.push(...(await process.killAtOnce()));
  const namesAfter = (word: string) =>
    lines.flatMap((line) => (line?.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
  return { committed: namesAfter('committed'), claimed: namesAfter('claimed'), finished: namesAfter('finished') };
}

/** PostgreSQL hears late of the end of a client and may still end what that began. */
async function isAlone(name: string, { sql }: TestDatabase): Promise<boolean> {
  const others = 'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
  return name === 'SQLite' || (await sql(others)).length === 0;
}

async function ask({ sql }: TestDatabase, statement: string): Promise<readonly string[]> {
  return (await sql(statement)).map(({ name }: Row) => String(name)).sort();
}
