import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/time.ts';
import type { Trouble } from '../support/trackers/start-troubled.ts';
import {
  edits,
  failuresTold,
  makesItem,
  openTicketRoom,
  presses,
  TITLE,
  type TicketRoom,
  type TrackerName,
  trackerNames,
} from '../support/trackers/ticket-room.ts';
import { changesOf, keptItems } from '../support/trackers/tracker-room.ts';
import { waitUntil } from '../support/wait-until.ts';

const MAKING = /^POST .*issues?$/u;
/** Closing and changing: what does not look. */
const TELLING = /^(?:PATCH|PUT|POST .*transitions)/u;

const passing: readonly (readonly [string, Trouble])[] = [
  ['never answers', 'silent'],
  ['answers half', 'stuck'],
  ['resets the connection', 'reset'],
  ['does it and hangs up', 'lost'],
  ['does it and breaks off', 'cut'],
  ['answers 500', { status: 500 }],
  ['asks to wait', { status: 429, headers: { 'retry-after': '60' } }],
];

/** Until nothing is under way that only the clock would end. */
async function outlasts({ room, service }: TicketRoom, pattern: RegExp): Promise<void> {
  await waitUntil(() => service.delivered.some(({ method, path }) => pattern.test(`${method} ${path}`)));
  room.clock.advance(10 * SECOND);
  await room.settle();
}

/** In steps, so that what is tried again is tried again. */
async function passes({ room }: TicketRoom, milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 5 * MINUTE) {
    await room.pass(5 * MINUTE);
  }
}

describe.each(trackerNames)('an action item while %s', (name) => {
  it.each(passing)('%s is made into one ticket, and nobody is told', async (_, trouble) => {
    const opened = await openTicketRoom(name);
    opened.service.troubles(MAKING, trouble);

    await makesItem(opened);
    await outlasts(opened, MAKING);
    await passes(opened, 15 * MINUTE);

    expect(opened.tickets()).toMatchObject([{ title: TITLE, isClosed: false }]);
    expect(await keptItems(opened.room)).toMatchObject([{ status: 'open', ticket_state: 'open' }]);
    expect(failuresTold(opened.room)).toEqual([]);
  });

  it.each(passing)('%s is closed there as here, and nobody is told', async (_, trouble) => {
    const opened = await openTicketRoom(name);
    await makesItem(opened);
    await opened.room.settle();
    opened.service.troubles(TELLING, trouble);

    await presses(opened.room, 'Done');
    await outlasts(opened, TELLING);
    await passes(opened, 15 * MINUTE);

    expect(opened.tickets()).toMatchObject([{ title: TITLE, isClosed: true }]);
    expect(await keptItems(opened.room)).toMatchObject([{ status: 'done', ticket_state: 'done' }]);
    expect((await changesOf(opened.room)).filter(({ reason }) => reason?.toString().includes(name))).toEqual([]);
    expect(failuresTold(opened.room)).toEqual([]);
  });
});

const refusals = [401, 403, 404, 410, 422] as const;

describe.each(trackerNames)('an action item that %s refuses', (name) => {
  it.each(refusals)('with %i stays as it was, and whoever made it hears so once', async (status) => {
    const opened = await openTicketRoom(name);
    const { room, service, channel } = opened;
    service.troubles(MAKING, { status, body: '{"message":"no"}' });

    await makesItem(opened);
    await passes(opened, HOUR);

    expect(await keptItems(room)).toMatchObject([{ status: 'open', ticket_key: null }]);
    expect(failuresTold(room)).toEqual([expect.stringContaining(`“${TITLE}”: an action item could not be sent to`)]);
    expect(failuresTold(room)).toEqual([expect.stringContaining(`HTTP ${status}`)]);
    await room.workspace.person('ana').clicks('Create ticket', channel.message(TITLE));
    await room.settle();
    expect(opened.tickets()).toHaveLength(1);
  });
});

async function openWithTicket(name: TrackerName) {
  const opened = await openTicketRoom(name);
  await makesItem(opened);
  await opened.room.settle();
  const refuses = (status: number, times: number) =>
    opened.service.troubles(TELLING, ...Array<Trouble>(times).fill({ status, body: '{"message":"no"}' }));
  return { ...opened, refuses };
}

describe.each(trackerNames)('a change that %s refuses', (name) => {
  it.each([401, 403, 422] as const)(
    'with %i is told once, however often the item changes, and is made good',
    async (status) => {
      const opened = await openWithTicket(name);
      const { room, tickets, refuses } = opened;
      refuses(status, 4);

      for (const title of ['One', 'Two', 'Three']) {
        await edits(room, { title });
        await room.settle();
      }
      expect(failuresTold(room)).toEqual([expect.stringContaining(`“One”`)]);
      expect(failuresTold(room)).toEqual([expect.stringContaining(`HTTP ${status}`)]);
      expect(tickets()).toMatchObject([{ title: TITLE }]);
      await passes(opened, DAY);
      expect(failuresTold(room)).toHaveLength(1);
      await passes(opened, DAY);

      expect(tickets()).toMatchObject([{ title: 'Three' }]);
      expect(failuresTold(room)).toHaveLength(1);
    },
  );

  it('is told again for another reason, and again once it had worked', async () => {
    const { room, tickets, refuses } = await openWithTicket(name);
    const changes = async (title: string) => {
      await edits(room, { title });
      await room.settle();
    };

    refuses(401, 1);
    await changes('One');
    refuses(403, 1);
    await changes('Two');
    await changes('Three');
    expect(tickets()).toMatchObject([{ title: 'Three' }]);
    refuses(403, 1);
    await changes('Four');

    expect(failuresTold(room).map((text) => /HTTP (\d+)/u.exec(text)?.[1])).toEqual(['401', '403', '403']);
  });

  it('is forgotten where the change was taken back, so that the next one is told', async () => {
    const { room, refuses } = await openWithTicket(name);
    for (const title of ['One', TITLE, 'Two']) {
      refuses(403, title === TITLE ? 0 : 1);
      await edits(room, { title });
      await room.settle();
    }

    expect(failuresTold(room)).toHaveLength(2);
  });
});
