import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/database/open-database.ts';
import { engines, type TestDatabase } from '../support/engines.ts';
import { at } from '../support/record-builder.ts';
import { spawnProcess } from '../support/spawn-process.ts';
import { claim, told } from '../support/work-requests.ts';
import { testIds } from '../support/engines.ts';

describe.each(engines)('a process killed on $name', ({ open }) => {
  it.each([1, 40, 400])('keeps all that it promised, and its work is done by the next: after %i steps', async (steps) => {
    const opened = await open();
    await opened.close();

    const said = await runUntilKilled(opened.url, steps);

    const next = await reopen(opened);
    const names = (rows: Awaited<ReturnType<typeof opened.sql>>) => rows.map(({ name }) => String(name));
    const kept = names(await opened.sql('select key as name from delivery'));
    expect(kept).toEqual(expect.arrayContaining([...said.committed]));
    const asked = names(await opened.sql('select lane as name from work'));
    expect(asked.toSorted()).toEqual(kept.toSorted());
    const done = names(await opened.sql('select lane as name from work where done_at is not null'));
    expect(done).toEqual(expect.arrayContaining([...said.finished]));

    const unfinished = asked.filter((name) => !done.includes(name));
    const left = said.claimed.filter((name) => unfinished.includes(name));
    const atOnce = told(await claim(next, 'next', { limit: 10_000, until: at('15:05') }));
    expect(atOnce.filter((name) => left.includes(name))).toEqual([]);
    const afterTheLease = await claim(next, 'next', { limit: 10_000, now: at('15:10') });
    expect(told(afterTheLease).toSorted()).toEqual(unfinished.toSorted());
  });
});
