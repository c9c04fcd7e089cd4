import { describe, expect, it } from 'vitest';
import { channelId, incidentId, messageKey, teamId } from '../../src/domain/ids.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { STATUSES } from '../../src/domain/incident/status.ts';
import { commit } from '../support/commit.ts';
import { engines, type TestDatabase, testIds } from '../support/engines.ts';
import { aRecordedIncident, at, claire, mahari } from '../support/record-builder.ts';

const team = teamId('T0TRAVEL');
const full = aRecordedIncident({
  summary: 'Nobody can sign in',
  isPrivate: true,
  isDrill: true,
  channel: channelId('C042'),
  card: { channel: channelId('C042'), key: messageKey('1717946701.000100') },
  announcement: { channel: channelId('C001'), key: messageKey('1717946702.000200') },
});
const bare = aRecordedIncident({
  id: incidentId('01HZZZ0000000000000000INC2'),
  number: 43,
  status: 'investigating',
  resolvedAt: undefined,
  closedAt: undefined,
  version: 1,
});

describe.each(engines)('incidents on $name', ({ open }) => {
  it.each([
    ['every field filled', full],
    ['no field filled that may be missing', bare],
  ])('come back as they were put in, %s', async (_, incident) => {
    const opened = await holding(open, incident);

    expect(await opened.database.records.incidents.find(incident.id)).toStrictEqual(incident);
  });

  it('are found by id and channel, within their workspace', async () => {
    const { incidents } = (await holding(open, full)).database.records;
    const elsewhere = teamId('T0OTHER');

    expect(await incidents.findByChannel(team, channelId('C042'))).toStrictEqual(full);
    expect([
      await incidents.find(incidentId('01HZZZ0000000000000000NONE')),
      await incidents.findByChannel(team, channelId('C043')),
      await incidents.findByChannel(elsewhere, channelId('C042')),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it('are listed for what is done without being asked: open, with a channel, of one workspace', async () => {
    const others = [
      { number: 51, channel: undefined },
      { number: 52, status: 'closed' as const },
      { number: 53, teamId: teamId('T0OTHER') },
      { number: 54, isPrivate: true },
      { number: 55, status: 'canceled' as const },
    ].map((overrides, index) =>
      aRecordedIncident({
        id: incidentId(`01HZZZ0000000000000000LI${index}`),
        status: 'resolved',
        channel: channelId(`C1${index}`),
        ...overrides,
      }),
    );
    const opened = await holding(open, ...others);

    const listed = await opened.database.records.incidents.listInChannels(team);
    expect(listed.map(({ number }) => number)).toEqual([54]);
  });

  it('keep every field that is saved, count the version up, and touch no other incident', async () => {
    const opened = await holding(open, full, bare);
    const changed: Incident = {
      ...bare,
      title: 'Another title',
      summary: 'Another summary',
      severity: 'SEV3',
      status: 'resolved',
      isPrivate: true,
      resolvedAt: at('17:00'),
      channel: channelId('C043'),
      card: { channel: channelId('C043'), key: messageKey('2.1') },
    };

    await commit(opened, ({ incidents }) => incidents.save(changed));

    const { incidents } = opened.database.records;
    expect(await incidents.find(bare.id)).toStrictEqual({ ...changed, version: 2 });
    expect(await incidents.find(full.id)).toStrictEqual(full);
  });

  it('forget what is saved as missing', async () => {
    const opened = await holding(open, full);
    const reopened: Incident = { ...full, resolvedAt: undefined, closedAt: undefined, announcement: undefined };

    await commit(opened, ({ incidents }) => incidents.save(reopened));

    expect(await opened.database.records.incidents.find(full.id)).toStrictEqual({ ...reopened, version: 8 });
  });

  it('are listed while open, newest number first', async () => {
    const all = STATUSES.map((status, index) => anIncident(index + 1, { status }));
    const { incidents } = (await holding(open, ...all, anIncident(9, { teamId: teamId('T0OTHER') }))).database.records;

    expect((await incidents.listOpen(team, mahari, 9)).map(({ number, status }) => [number, status])).toEqual([
      [4, 'resolved'],
      [3, 'monitoring'],
      [2, 'identified'],
      [1, 'investigating'],
    ]);
    expect(await incidents.countOpen(team)).toBe(4);
    expect(await incidents.countOpen(teamId('T0NONE'))).toBe(0);
  });

  it('that are drills are listed, and not counted', async () => {
    const opened = await holding(open, anIncident(1), anIncident(2, { isDrill: true }), anIncident(3));
    const { incidents } = opened.database.records;
    // As whatever was declared before there were drills.
    await opened.sql('update incident set is_drill = null where number = 3');

    expect((await incidents.listOpen(team, mahari, 9)).map(({ number, isDrill }) => [number, isDrill])).toEqual([
      [3, false],
      [2, true],
      [1, false],
    ]);
    expect(await incidents.countOpen(team)).toBe(2);
  });

  it('are listed by number, not by the text of it', async () => {
    const { incidents } = (await holding(open, anIncident(9), anIncident(100), anIncident(10))).database.records;

    expect((await incidents.listOpen(team, mahari, 9)).map(({ number }) => number)).toEqual([100, 10, 9]);
  });

  it('that are private are listed for members of their channel only, and counted for the operator', async () => {
    const opened = await holding(
      open,
      anIncident(1),
      anIncident(2, { isPrivate: true }),
      anIncident(3, { isPrivate: true }),
    );
    await commit(opened, async ({ members }) => {
      await members.add(anIncident(2).id, claire);
      await members.add(anIncident(1).id, mahari);
    });
    const { incidents } = opened.database.records;
    const seenBy = async (person: typeof mahari) =>
      (await incidents.listOpen(team, person, 9)).map(({ number }) => number);

    expect([await seenBy(claire), await seenBy(mahari), await incidents.countOpen(team)]).toEqual([[2, 1], [1], 3]);
  });

  it('are numbered from 1 in each workspace, closed ones counted', async () => {
    const opened = await open();
    const next = (of: typeof team) => commit(opened, ({ incidents }) => incidents.nextNumber(of));
    expect(await next(team)).toBe(1);

    await commit(opened, ({ incidents }) => incidents.add(anIncident(99, { status: 'closed' })));

    expect([await next(team), await next(teamId('T0OTHER'))]).toEqual([100, 1]);
  });

  it('are numbered without gaps or doubles when 40 are declared at once by two processes', async () => {
    const opened = await open();
    const other = await opened.peer();
    const ids = testIds();
    const declare = ({ database }: Pick<TestDatabase, 'database'>) =>
      commit({ database }, async ({ incidents }) => {
        const number = await incidents.nextNumber(team);
        await incidents.add(anIncident(number, { id: incidentId(ids.next()) }));
        return number;
      });

    const numbers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => declare(index % 2 === 0 ? opened : other)),
    );

    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it('cannot share a channel', async () => {
    const opened = await holding(open, full);

    const second = commit(opened, ({ incidents }) => incidents.add({ ...bare, channel: full.channel }));

    await expect(second).rejects.toThrow(/unique/i);
  });
});

function anIncident(number: number, overrides: Partial<Incident> = {}): Incident {
  return { ...bare, id: incidentId(`01HZZZ0000000000000000I${number}`), number, ...overrides };
}

async function holding(open: () => Promise<TestDatabase>, ...incidents: readonly Incident[]): Promise<TestDatabase> {
  const opened = await open();
  await commit(opened, async (records) => {
    for (const incident of incidents) {
      await records.incidents.add(incident);
    }
  });
  return opened;
}
