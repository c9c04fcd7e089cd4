import { describe, expect, it } from 'vitest';
import { incidentId, teamId } from '../../src/domain/ids.ts';
import type { AlertGroup } from '../../src/use-cases/stores.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aRecordedIncident, at } from '../support/record-builder.ts';

const incident = aRecordedIncident();

function aGroup(overrides: Partial<AlertGroup> = {}): AlertGroup {
  return {
    teamId: incident.teamId,
    hook: 'on-call',
    dedupKey: 'k1',
    incidentId: incident.id,
    heard: [
      { fingerprint: 'ümläut "\0', startedAt: at('14:00'), endedAt: undefined, isEndTold: false, words: 'w' },
      { fingerprint: '__proto__', startedAt: undefined, endedAt: at('14:05'), isEndTold: true, words: '' },
    ],
    lastHeardAt: at('14:10'),
    ...overrides,
  };
}

describe.each(engines)('the groups of alerts on $name', ({ open }) => {
  it('come back as they were saved last', async () => {
    const opened = await openWithIncident(open);
    const before = aGroup({ incidentId: undefined, heard: [] });
    await commit(opened, ({ alerts }) => alerts.save(before));
    expect(await opened.database.records.alerts.find(before)).toStrictEqual(before);

    await commit(opened, ({ alerts }) => alerts.save(aGroup()));

    expect(await opened.database.records.alerts.find(before)).toEqual(aGroup());
    expect(await opened.sql('select count(*) as n from alert_group')).toMatchObject([{ n: expect.anything() }]);
  });

  it('have ended when they were told to, where an older version stored nothing else', async () => {
    const opened = await openWithIncident(open);
    await commit(opened, ({ alerts }) => alerts.save(aGroup()));
    const stored = '[{"fingerprint":"a","endedAt":"2024-05-07T14:05:00.000Z","words":"w"}]';
    await opened.sql(`update alert_group set heard_json = '${stored}'`);

    expect((await opened.database.records.alerts.find(aGroup()))?.heard).toMatchObject([{ isEndTold: true }]);
  });

  it('are told apart by workspace, hook and key', async () => {
    const opened = await openWithIncident(open);
    const groups = [
      aGroup(),
      aGroup({ dedupKey: 'k2', heard: [] }),
      aGroup({ hook: 'other', incidentId: undefined }),
      aGroup({ teamId: teamId('T2'), incidentId: undefined, lastHeardAt: at('14:20') }),
    ];
    for (const group of groups) {
      await commit(opened, ({ alerts }) => alerts.save(group));
    }

    for (const group of groups) {
      expect(await opened.database.records.alerts.find(group)).toEqual(group);
    }
    expect(await opened.database.records.alerts.find(aGroup({ dedupKey: 'K1' }))).toBeUndefined();
  });

  it('are forgotten when nothing was heard of them for long, unless their incident goes on', async () => {
    const opened = await openWithIncident(open);
    const resolved = { number: 98, status: 'resolved', channel: undefined } as const;
    const going = aRecordedIncident({ id: incidentId('going'), ...resolved });
    const falseAlarm = { number: 97, status: 'canceled', channel: undefined } as const;
    const canceled = aRecordedIncident({ id: incidentId('canceled'), ...falseAlarm });
    const groups = {
      going: aGroup({ dedupKey: 'going', incidentId: going.id }),
      closed: aGroup({ dedupKey: 'closed' }),
      canceled: aGroup({ dedupKey: 'canceled', incidentId: canceled.id }),
      none: aGroup({ dedupKey: 'none', incidentId: undefined }),
      fresh: aGroup({ dedupKey: 'fresh', incidentId: undefined, lastHeardAt: at('14:30') }),
    };
    await commit(opened, async ({ incidents, alerts }) => {
      await incidents.add(going);
      await incidents.add(canceled);
      for (const group of Object.values(groups)) {
        await alerts.save(group);
      }
    });

    await commit(opened, ({ alerts }) => alerts.forgetHeardBefore(at('14:30')));

    const left = await opened.sql('select dedup_key from alert_group order by dedup_key');
    expect(left.map(({ dedup_key }) => dedup_key)).toEqual(['fresh', 'going']);
  });

  it('keep what both of two writers heard that came at once', async () => {
    const opened = await openWithIncident(open);
    const other = await opened.peer();
    const add = (database: typeof opened.database, fingerprint: string) =>
      commit({ database }, async ({ alerts }) => {
        const group = (await alerts.find(aGroup())) ?? aGroup({ heard: [] });
        const heard = { fingerprint, startedAt: undefined, endedAt: undefined, isEndTold: false, words: '' };
        await alerts.save({ ...group, heard: [...group.heard, heard] });
      });

    await Promise.all(
      Array.from({ length: 12 }, (_, index) => add((index % 2 === 0 ? opened : other).database, `f${index}`)),
    );

    expect((await opened.database.records.alerts.find(aGroup()))?.heard).toHaveLength(12);
  });
});
