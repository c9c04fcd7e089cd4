import { describe, expect, it } from 'vitest';
import { channelId, messageKey, type PersonId, personId, teamId, workId } from '../../src/domain/ids.ts';
import { addMilliseconds, HOUR, MINUTE } from '../../src/domain/time.ts';
import { defaultPolicy } from '../../src/policy.ts';
import { createSystem } from '../../src/system/create-system.ts';
import type { Failure } from '../../src/use-cases/messenger.ts';
import { reportFailedWork, reportFailure } from '../../src/use-cases/report-failed-work.ts';
import type { Work } from '../../src/use-cases/work.ts';
import { commit } from '../support/commit.ts';
import { sqlite } from '../support/engines.ts';
import { idleMessenger } from '../support/escalation-month/idle-ports.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anItem, aRecordedIncident, at, mahari } from '../support/record-builder.ts';
import { claim } from '../support/work-requests.ts';

const NOW = at('15:30');
const incident = aRecordedIncident();
const command = {
  teamId: teamId('T1'),
  personId: personId('U1'),
  channel: channelId('C1'),
  thread: undefined,
  text: 'log restarted',
  typedAt: NOW,
  deliveryKey: '1',
  permalink: undefined,
  responseUrl: undefined,
};

/** What is due by then of what follows. */
async function reported(work: Work, by = NOW): Promise<readonly Work[]> {
  const opened = await openWithIncident(sqlite.open);
  await commit(opened, ({ actionItems }) => actionItems.add(anItem()));
  const ports = {
    ...createSystem(),
    policy: defaultPolicy,
    database: opened.database,
    clock: { now: () => NOW },
    wake: () => undefined,
  };
  const failed = { id: workId('01'), work, lane: 'a', runAt: NOW, attempts: 19 };
  await reportFailedWork(ports, failed, 'channel_not_found');
  // A crash before the failure is stored leads to the same report again.
  await reportFailedWork(ports, failed, 'channel_not_found');
  const claimed = await claim(opened, 'a worker', { now: by, until: addMilliseconds(by, MINUTE) });
  return claimed.map((piece) => piece.work);
}

describe('reportFailedWork', () => {
  it('tells the declarer what failed and why, once', async () => {
    expect(await reported({ kind: 'announce', incidentId: incident.id })).toEqual([
      {
        kind: 'report-failure',
        incidentId: incident.id,
        askedBy: incident.declaredBy,
        what: 'announce',
        reason: 'channel_not_found',
      },
    ]);
  });

  it('tells whoever tagged a message that it could not be read', async () => {
    const tagged = {
      kind: 'sync-message',
      incidentId: incident.id,
      channel: channelId('C1'),
      message: messageKey('1.2'),
      at: undefined,
      isCut: false,
      lastTold: undefined,
      askedBy: personId('U9'),
    } as const;
    expect(await reported(tagged)).toMatchObject([{ kind: 'report-failure', askedBy: 'U9' }]);
  });

  it('gives a command back to whoever typed it, once', async () => {
    expect(await reported({ kind: 'run-command', command })).toEqual([
      { kind: 'return-command', command, reason: 'channel_not_found' },
    ]);
  });

  it.each(['refresh-action-item', 'ask-done-when'] as const)(
    'tells nobody of %s, which nobody waits for',
    async (kind) => {
      expect(await reported({ kind, actionItemId: anItem().id })).toEqual([]);
    },
  );

  it.each<Work>([
    { kind: 'schedule-reminders', actionItemId: anItem().id },
    { kind: 'schedule-reminders-of-incident', incidentId: incident.id },
    { kind: 'return-items', teamId: incident.teamId, personId: mahari },
    { kind: 'remind-person', teamId: incident.teamId, personId: mahari },
  ])('looks again after half a day where it was $kind, and tells nobody', async (work) => {
    expect(await reported(work)).toEqual([]);
    expect(await reported(work, addMilliseconds(NOW, 12 * HOUR))).toEqual([work]);
  });

  it('reports no report', async () => {
    const report = {
      kind: 'report-failure',
      incidentId: incident.id,
      askedBy: incident.declaredBy,
      what: 'announce',
      reason: 'x',
    } as const;
    expect(await reported(report)).toEqual([]);
  });
});

describe('reportFailure', () => {
  const report = {
    kind: 'report-failure',
    incidentId: incident.id,
    askedBy: mahari,
    what: 'create-ticket',
    reason: 'http_403',
    item: anItem().id,
  } as const;

  it.each([
    ['names the item', { isPrivate: false, moves: [], title: anItem().title }],
    ['names a private one to whoever is in the channel', { isPrivate: true, moves: ['joined'], title: anItem().title }],
    ['names none to whoever left a private channel', { isPrivate: true, moves: ['joined', 'left'], title: undefined }],
  ] as const)('%s', async (_, { isPrivate, moves, title }) => {
    const opened = await sqlite.open();
    await commit(opened, async ({ incidents, actionItems, members }) => {
      await incidents.add({ ...incident, isPrivate });
      await actionItems.add(anItem());
      for (const [index, kind] of moves.entries()) {
        await members.move(incident.id, mahari, { kind, movedAt: `${index + 1}` });
      }
    });
    const told: [PersonId, Failure][] = [];
    const messenger = {
      ...idleMessenger,
      reportFailure: async (person: PersonId, failure: Failure) => void told.push([person, failure]),
    };
    const claimed = { id: workId('01'), work: report, lane: 'a', runAt: NOW, attempts: 1 };
    await reportFailure({ database: opened.database, messenger }, report, claimed);

    expect(told.map(([person, { what, item }]) => ({ person, what, title: item?.title }))).toEqual([
      { person: mahari, what: 'create-ticket', title },
    ]);
  });
});
