import { describe, expect, it } from 'vitest';
import { incidentId } from '../../src/domain/ids.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aRecordedIncident, claire, mahari } from '../support/record-builder.ts';

const incident = aRecordedIncident();

describe.each(engines)('members on $name', ({ open }) => {
  it('are in the channel from their coming to their going', async () => {
    const opened = await openWithIncident(open);
    const { members } = opened.database.records;
    expect(await members.has(incident.id, claire)).toBe(false);

    await commit(opened, (records) => records.members.add(incident.id, claire));
    expect([await members.has(incident.id, claire), await members.has(incident.id, mahari)]).toEqual([true, false]);

    await commit(opened, (records) => records.members.remove(incident.id, claire));
    expect(await members.has(incident.id, claire)).toBe(false);
  });

  it('may come twice, also at the same moment, and go twice', async () => {
    const opened = await openWithIncident(open);
    const other = await opened.peer();
    const come = ({ database }: Pick<typeof opened, 'database'>) =>
      commit({ database }, (records) => records.members.add(incident.id, claire));
    const go = () => commit(opened, (records) => records.members.remove(incident.id, claire));

    await Promise.all([come(opened), come(other), come(opened), come(other)]);
    expect(await opened.database.records.members.has(incident.id, claire)).toBe(true);

    await go();
    await go();
    expect(await opened.database.records.members.has(incident.id, claire)).toBe(false);
  });

  it('who go from one incident stay in another', async () => {
    const opened = await openWithIncident(open);
    const second = aRecordedIncident({ id: incidentId('01HZZZ0000000000000000INC2'), number: 43 });

    await commit(opened, async ({ incidents, members }) => {
      await incidents.add(second);
      await members.add(incident.id, claire);
      await members.add(second.id, claire);
      await members.add(incident.id, mahari);
      await members.remove(incident.id, claire);
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
  });
});
