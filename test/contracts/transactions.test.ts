import { describe, expect, it } from 'vitest';
import { accept, refuse } from '../../src/domain/result.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { aPerson, aRecordedIncident, at, claire, mahari } from '../support/record-builder.ts';

const incident = aRecordedIncident({ version: 1 });

describe.each(engines)('a transaction on $name', ({ open }) => {
  it('hands back what the change accepted', async () => {
    const { database } = await open();

    expect(await database.transaction(async () => accept(42))).toEqual(accept(42));
  });

  it('leaves nothing of a refused change, its delivery key included', async () => {
    const { database } = await open();

    const outcome = await database.transaction(async (records) => {
      await records.deliveries.accept('T1:a', at('15:00'));
      await records.incidents.add(incident);
      return refuse({ kind: 'no' });
    });

    expect(outcome).toEqual(refuse({ kind: 'no' }));
    expect(await database.records.incidents.find(incident.id)).toBeUndefined();
    expect(await commit({ database }, ({ deliveries }) => deliveries.accept('T1:a', at('15:00')))).toBe(true);
  });

  it('leaves nothing of a change that threw, and throws the same', async () => {
    const { database } = await open();
    const fault = new Error('a bug');

    const outcome = database.transaction(async (records) => {
      await records.incidents.add(incident);
      throw fault;
    });

    await expect(outcome).rejects.toBe(fault);
    expect(await database.records.incidents.find(incident.id)).toBeUndefined();
  });

  it('leaves nothing of a change whose statement failed, and the next one goes through', async () => {
    const opened = await open();
    await commit(opened, ({ incidents }) => incidents.add(incident));

    const outcome = commit(opened, async ({ people, incidents }) => {
      await people.save(aPerson({ id: claire, name: 'Claire' }));
      await incidents.add(incident);
    });

    await expect(outcome).rejects.toThrow(/unique/i);
    expect(await opened.database.records.people.find(incident.teamId, [claire])).toEqual(new Map());
    await commit(opened, ({ people }) => people.save(aPerson({ id: claire, name: 'Claire' })));
    expect((await opened.database.records.people.find(incident.teamId, [claire])).size).toBe(1);
  });

  it('takes back only the one that failed of those that run at the same time', async () => {
    const opened = await open();
    const save = (name: string, fault?: Error) =>
      commit(opened, async ({ people }) => {
        await people.save(aPerson({ id: name === 'bad' ? claire : mahari, name }));
        if (fault !== undefined) {
          throw fault;
        }
      });

    const outcomes = await Promise.allSettled([save('good'), save('bad', new Error('a bug'))]);

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const people = await opened.database.records.people.find(incident.teamId, [claire, mahari]);
    expect([...people.values()].map(({ name }) => name)).toEqual(['good']);
  });

  it('sees what it wrote before others do', async () => {
    const { database } = await open();

    const seen = await commit({ database }, async ({ incidents }) => {
      await incidents.add(incident);
      return { inside: await incidents.find(incident.id), outside: await database.records.incidents.find(incident.id) };
    });

    expect(seen).toEqual({ inside: incident, outside: undefined });
    expect(await database.records.incidents.find(incident.id)).toEqual(incident);
  });

  it('reads at its end what it read at its beginning, or starts again', async () => {
    const opened = await open();
    const other = await opened.peer();
    await commit(opened, ({ incidents }) => incidents.add(incident));
    const retitle = (database: typeof opened.database, mark: string) =>
      commit({ database }, async ({ incidents }) => {
        const found = await incidents.find(incident.id);
        if (found === undefined) {
          throw new Error('the incident is lost');
        }
        await incidents.save({ ...found, summary: found.summary + mark });
      });

    await Promise.all(
      Array.from({ length: 16 }, (_, index) => retitle(index % 2 === 0 ? opened.database : other.database, 'x')),
    );

    const found = await opened.database.records.incidents.find(incident.id);
    expect([found?.summary, found?.version]).toEqual(['x'.repeat(16), 17]);
  });

  it('is run again when it read a version that somebody else replaced', async () => {
    const opened = await open();
    await commit(opened, ({ incidents }) => incidents.add(incident));
    const stale = { ...incident, version: 0 };
    let runs = 0;

    await commit(opened, async ({ incidents }) => {
      runs += 1;
      await incidents.save(runs === 1 ? stale : { ...incident, title: 'Again' });
    });

    expect([runs, (await opened.database.records.incidents.find(incident.id))?.title]).toEqual([2, 'Again']);
  });

  it('gives up, rather than run for ever, where the version never fits', async () => {
    const opened = await open();
    await commit(opened, ({ incidents }) => incidents.add(incident));

    const outcome = commit(opened, ({ incidents }) => incidents.save({ ...incident, version: 99 }));

    await expect(outcome).rejects.toThrow('another writer was first 50 times in a row');
  });

  it('may follow at once on one that was refused, many times over', async () => {
    const opened = await open();

    for (let round = 0; round < 30; round++) {
      await opened.database.transaction(async () => refuse('no'));
    }

    expect(await commit(opened, async () => 'fine')).toBe('fine');
  });
});
