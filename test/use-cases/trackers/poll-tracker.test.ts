import { describe, expect, it } from 'vitest';
import type { Ticket, TicketReport } from '../../../src/domain/action-items/ticket.ts';
import { teamId } from '../../../src/domain/ids.ts';
import { MINUTE, SECOND } from '../../../src/domain/time.ts';
import { DeliveryError, type Ports, type Records } from '../../../src/use-cases/ports.ts';
import type { Polling, ReportPage, Tracker } from '../../../src/use-cases/tracker-port.ts';
import { hearTicket } from '../../../src/use-cases/trackers/hear-ticket.ts';
import { pollTracker, startPolling } from '../../../src/use-cases/trackers/poll-tracker.ts';
import { commit } from '../../support/commit.ts';
import { engines, postgres, type TestDatabase, type TestEngine } from '../../support/engines.ts';
import { createGate } from '../../support/gate.ts';
import { openWithIncident } from '../../support/open-with-incident.ts';
import { anItem, at } from '../../support/record-builder.ts';

const NOW = at('18:00');
const item = anItem();
const KEY = 'acme/infra#12';
const poll = { kind: 'poll-tracker', teamId: teamId('T1'), since: at('17:00'), page: undefined } as const;
const closed: TicketReport = { key: KEY, state: 'done', at: at('17:30'), by: 'octocat' };

const ticket: Ticket = {
  actionItemId: item.id,
  tracker: 'github',
  key: KEY,
  url: undefined,
  state: 'open',
  heardAt: at('17:00'),
  told: { title: item.title, doneWhen: item.doneWhen, dueOn: item.dueOn, owner: item.owner?.id },
  failure: undefined,
};

type PollPorts = Pick<Ports, 'database' | 'tracker' | 'clock' | 'wake'>;

function trackerWith(listChanged: Polling['listChanged']): Tracker {
  const unasked = () => Promise.reject(new Error('nobody asks for tickets here'));
  const polling = { everyMilliseconds: 5 * MINUTE, listChanged };
  return { kind: 'github', name: 'GitHub', create: unasked, update: unasked, polling };
}

/** Two replicas, of which each looks at the same tracker. */
async function openReplicas(
  open: TestEngine['open'],
  listChanged: Polling['listChanged'] = async () => page(closed),
): Promise<{ readonly opened: TestDatabase; readonly replicas: readonly [PollPorts, PollPorts] }> {
  const opened = await openWithIncident(open);
  await commit(opened, async ({ actionItems, tickets }) => {
    await actionItems.add(item);
    await tickets.save(ticket);
  });
  const common = { tracker: trackerWith(listChanged), clock: { now: () => NOW }, wake: () => {} };
  const { database } = await opened.peer();
  return {
    opened,
    replicas: [
      { ...common, database: opened.database },
      { ...common, database },
    ],
  };
}

function page(...reports: readonly TicketReport[]): ReportPage {
  return { reports, nextCursor: undefined };
}

const itsChanges = ({ sql }: TestDatabase) => sql('select reason from action_item_change');

const looksToCome = ({ sql }: TestDatabase) =>
  sql("select run_at, payload_json from work where kind = 'poll-tracker' order by run_at");

describe.each(engines)('what a tracker tells, on $name,', ({ open }) => {
  it.each<[string, Partial<TicketReport>, string, string]>([
    ['closes the item', {}, 'changed', 'done'],
    ['gives it up', { state: 'wont-do' }, 'changed', 'wont-do'],
    ['leaves the item where its ticket is gone', { state: 'gone' }, 'changed', 'open'],
    ['is nothing new where it says what is known', { state: 'open' }, 'nothing-new', 'open'],
    ['is nothing new where it is old', { at: at('16:59') }, 'nothing-new', 'open'],
    ['is of no ticket of ours', { key: 'acme/infra#13' }, 'unknown-ticket', 'open'],
  ])('%s', async (_, told, result, status) => {
    const { opened, replicas } = await openReplicas(open);

    expect(await hearTicket(replicas[0], { ...closed, ...told })).toBe(result);

    expect(await opened.database.records.actionItems.find(item.id)).toMatchObject({ status });
    expect(await itsChanges(opened)).toHaveLength(status === 'open' ? 0 : 1);
  });

  it('changes nothing the second time, nor after a later word', async () => {
    const { opened, replicas } = await openReplicas(open);
    const [ports] = replicas;
    await hearTicket(ports, closed);

    expect(await hearTicket(ports, closed)).toBe('nothing-new');
    expect(await hearTicket(ports, { ...closed, state: 'open', at: at('17:40') })).toBe('changed');
    expect(await hearTicket(ports, closed)).toBe('nothing-new');

    expect(await opened.database.records.actionItems.find(item.id)).toMatchObject({ status: 'open' });
    expect(await itsChanges(opened)).toHaveLength(2);
  });

  it('is carried over once, though two replicas hear it four times at once', async () => {
    const { opened, replicas } = await openReplicas(open);

    const heard = await Promise.all([...replicas, ...replicas].map((ports) => hearTicket(ports, closed)));

    expect(heard.toSorted()).toEqual(['changed', 'nothing-new', 'nothing-new', 'nothing-new']);
    expect(await itsChanges(opened)).toEqual([{ reason: 'closed in GitHub by octocat' }]);
  });
});

describe.each(engines)('looking for what changed in a tracker, on $name,', ({ open }) => {
  it('carries a closing over once, though two replicas look at once, and asks once for the next look', async () => {
    const gate = createGate();
    let looking = 0;
    const { opened, replicas } = await openReplicas(open, async () => {
      looking += 1;
      if (looking === 2) {
        gate.open();
      }
      await gate.pass();
      return page(closed);
    });

    await Promise.all(replicas.map((ports) => pollTracker(ports, poll)));

    expect(looking).toBe(2);
    expect(await itsChanges(opened)).toEqual([{ reason: 'closed in GitHub by octocat' }]);
    expect(await looksToCome(opened)).toMatchObject([{ run_at: at('18:05') }]);
  });

  it('is begun once, though the bot starts again while a look is to come', async () => {
    const { opened, replicas } = await openReplicas(open);
    const [{ tracker }] = replicas;

    for (const now of [NOW, at('18:01')]) {
      await commit(opened, (records) => startPolling(records, tracker, { teamId: poll.teamId, now }));
    }

    const looks = await looksToCome(opened);
    expect(looks).toMatchObject([{ run_at: NOW }]);
    expect(JSON.parse(String(looks[0]?.payload_json))).toMatchObject({ since: at('17:00') });
  });

  it.each([
    ['as soon as ever', undefined, at('18:05')],
    ['not before it may', 20 * MINUTE, at('18:20')],
    ['not before it would anyway', 10 * SECOND, at('18:05')],
  ])('that fails asks for what it would have seen %s', async (_, retryAfterMilliseconds, next) => {
    const fault = new DeliveryError({
      sort: 'again-later',
      reason: 'http_503',
      retryAfterMilliseconds,
      cause: new Error('sorry'),
    });
    const { opened, replicas } = await openReplicas(open, () => Promise.reject(fault));

    await expect(pollTracker(replicas[0], poll)).rejects.toMatchObject({ sort: 'never', reason: 'http_503' });

    const looks = await looksToCome(opened);
    expect(looks).toMatchObject([{ run_at: next }]);
    expect(JSON.parse(String(looks[0]?.payload_json))).toMatchObject({ since: poll.since });
    expect(await itsChanges(opened)).toEqual([]);
  });

  it('that cannot keep what it saw asks for it once more', async () => {
    const { opened, replicas } = await openReplicas(open);
    const [ports] = replicas;
    let left = 1;
    const transaction: Ports['database']['transaction'] = async (decide) => {
      left -= 1;
      return left < 0 ? ports.database.transaction(decide) : Promise.reject(new Error('cannot be kept'));
    };
    const database = { ...ports.database, records: ports.database.records, transaction };

    await expect(pollTracker({ ...ports, database }, poll)).rejects.toMatchObject({ sort: 'never' });

    const looks = await looksToCome(opened);
    expect(looks).toMatchObject([{ run_at: at('18:05') }]);
    expect(JSON.parse(String(looks[0]?.payload_json))).toMatchObject({ since: poll.since });
  });

  it('goes on with the next page at once, and then from when it looked at the first', async () => {
    const pages: ReportPage[] = [{ reports: [], nextCursor: 'second' }, page(closed)];
    const asked: unknown[] = [];
    const { opened, replicas } = await openReplicas(open, async ({ since, cursor }) => {
      asked.push([since, cursor]);
      return pages.shift() ?? page();
    });
    const [ports] = replicas;

    await pollTracker(ports, poll);
    const [second] = await looksToCome(opened);
    expect(second).toMatchObject({ run_at: NOW });
    await opened.sql('delete from work');
    const clock = { now: () => at('18:00', '2024-06-10') };
    await pollTracker({ ...ports, clock }, { ...poll, page: { cursor: 'second', begunAt: NOW } });

    expect(asked).toEqual([
      [poll.since, undefined],
      [poll.since, 'second'],
    ]);
    expect(await itsChanges(opened)).toHaveLength(1);
    const [next] = await looksToCome(opened);
    expect(JSON.parse(String(next?.payload_json))).toMatchObject({ since: at('17:58') });
  });
});

it('looking for what changed in a tracker is begun once, though two replicas on PostgreSQL start without seeing each other', async () => {
  const { opened, replicas } = await openReplicas(postgres.open);
  const gate = createGate();
  let starting = 0;
  const starts = replicas.map((ports) =>
    commit(ports, (records) => {
      const isWaiting: Records['work']['isWaiting'] = async (...asked) => {
        const isThere = await records.work.isWaiting(...asked);
        starting += 1;
        if (starting === replicas.length) {
          gate.open();
        }
        await gate.pass();
        return isThere;
      };
      const work: Records['work'] = {
        add: (request) => records.work.add(request),
        isAskedAgain: (...asked) => records.work.isAskedAgain(...asked),
        isWaiting,
      };
      return startPolling({ ...records, work }, ports.tracker, { teamId: poll.teamId, now: NOW });
    }),
  );

  await Promise.all(starts);

  expect(starting).toBeGreaterThanOrEqual(2);
  expect(await looksToCome(opened)).toHaveLength(1);
});
