import { describe, expect, it } from 'vitest';
import { incidentId } from '../../src/domain/ids.ts';
import type { MemberMove } from '../../src/use-cases/stores.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aRecordedIncident, claire, mahari } from '../support/record-builder.ts';

const incident = aRecordedIncident();

/** So many microseconds after the hour. */
function joined(microseconds: number): MemberMove {
  return { kind: 'joined', movedAt: `1715090400.${String(microseconds).padStart(6, '0')}` };
}

function left(microseconds: number): MemberMove {
  return { ...joined(microseconds), kind: 'left' };
}

describe.each(engines)('members on $name', ({ open }) => {
  it('are in the channel from their coming to their going', async () => {
    const opened = await openWithIncident(open);
    const { members } = opened.database.records;
    expect(await members.has(incident.id, claire)).toBe(false);

    await commit(opened, (records) => records.members.move(incident.id, claire, joined(1)));
    expect([await members.has(incident.id, claire), await members.has(incident.id, mahari)]).toEqual([true, false]);

    await commit(opened, (records) => records.members.move(incident.id, claire, left(2)));
    expect(await members.has(incident.id, claire)).toBe(false);

    await commit(opened, (records) => records.members.move(incident.id, claire, joined(3)));
    expect(await members.has(incident.id, claire)).toBe(true);
  });

  it('are in it once they are counted in, until they go', async () => {
    const opened = await openWithIncident(open);
    const { members } = opened.database.records;
    await commit(opened, (records) => records.members.add(incident.id, claire));
    expect(await members.has(incident.id, claire)).toBe(true);

    await commit(opened, (records) => records.members.move(incident.id, claire, left(1)));
    expect(await members.has(incident.id, claire)).toBe(false);
  });

  it.each([
    ['a coming that is told after a later going', left(2), joined(1), false],
    ['a coming that is told again', left(2), joined(2), false],
    ['a going that is told after a later coming', joined(2), left(1), true],
  ])('are not moved by %s', async (_, told, late, isIn) => {
    const opened = await openWithIncident(open);

    await commit(opened, (records) => records.members.move(incident.id, claire, told));
    await commit(opened, (records) => records.members.move(incident.id, claire, late));

    expect(await opened.database.records.members.has(incident.id, claire)).toBe(isIn);
  });

  it('may come twice, also at the same moment, and go twice', async () => {
    const opened = await openWithIncident(open);
    const other = await opened.peer();
    const come = ({ database }: Pick<typeof opened, 'database'>) =>
      commit({ database }, async (records) => {
        await records.members.add(incident.id, claire);
        await records.members.move(incident.id, claire, joined(1));
      });
    const go = (at: number) => commit(opened, (records) => records.members.move(incident.id, claire, left(at)));

    await Promise.all([come(opened), come(other), come(opened), come(other)]);
    expect(await opened.database.records.members.has(incident.id, claire)).toBe(true);

    await go(2);
    await go(3);
    expect(await opened.database.records.members.has(incident.id, claire)).toBe(false);
  });

  it('who go from one incident stay in another', async () => {
    const opened = await openWithIncident(open);
    const second = aRecordedIncident({ id: incidentId('01HZZZ0000000000000000INC2'), number: 43 });

    await commit(opened, async ({ incidents, members }) => {
      await incidents.add(second);
      await members.move(incident.id, claire, joined(1));
      await members.move(second.id, claire, joined(1));
      await members.move(incident.id, mahari, joined(1));
      await members.move(incident.id, claire, left(2));
    });

    const { members } = opened.database.records;
    expect([
      await members.has(incident.id, claire),
      await members.has(second.id, claire),
      await members.has(incident.id, mahari),
    ]).toEqual([false, true, true]);
  });

  it('cannot be in an incident that is not there', async () => {
    const opened = await open();

    await expect(commit(opened, ({ members }) => members.add(incident.id, claire))).rejects.toThrow(/constraint/i);
    await expect(commit(opened, ({ members }) => members.move(incident.id, claire, joined(1)))).rejects.toThrow(
      /constraint/i,
    );
  });
});
