import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HOUR } from '../../src/domain/time.ts';
import { sign } from '../../src/http/sign.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';
import { changesOf, keptItems, WEBHOOK_SECRET } from '../support/trackers/tracker-room.ts';
import { type Delivered, type Reply, startReceiver } from '../support/webhooks/start-receiver.ts';

const TITLE = 'Size the pool';

function isSigned({ headers, body }: Delivered): boolean {
  const timestamp = headers['x-faultline-timestamp'];
  const expected = createHmac('sha256', WEBHOOK_SECRET).update(`${timestamp}.${body}`).digest('hex');
  return headers['x-faultline-signature'] === `v1=${expected}`;
}

/** A tracker of somebody's own, which takes what is signed. */
async function openWithTicket(
  answer: (told: Record<string, unknown>) => Reply = () => ({
    status: 201,
    body: '{"key":"T-7","url":"https://t.example.com/7"}',
  }),
) {
  const tracker = await startReceiver((delivered) =>
    isSigned(delivered) ? answer(JSON.parse(delivered.body)) : { status: 401 },
  );
  const room = await openRoom({
    policy: {
      tracker: { format: 'webhook', url: `${tracker.address}/tickets`, create: 'always', labels: ['faultline'] },
    },
    trackerSecrets: { webhookSecret: WEBHOOK_SECRET },
  });
  const channel = await declare(room);
  await room.workspace.person('ana').types(`/incident action @ben detect: ${TITLE} by 2024-05-10`, channel);
  await room.settle();
  const told = () => tracker.delivered.map(({ body }): Record<string, unknown> => JSON.parse(body));
  return { room, channel, told };
}

async function says(room: Room, report: object, secret = WEBHOOK_SECRET, at = room.clock.now()): Promise<number> {
  const body = JSON.stringify(report);
  const response = await fetch(`${room.bot.address}/hooks/tracker`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...sign(body, secret, at) },
    body,
  });
  await room.settle();
  return response.status;
}

/** One by one, so that what is tried again is tried again. */
async function passHours(room: Room, hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour++) {
    await room.pass(HOUR);
  }
}

async function completes(room: Room): Promise<void> {
  const ben = room.workspace.person('ben');
  await ben.clicks('Done', ben.directMessages().at(-1) ?? expect.unreachable('Ben was told nothing'));
  await room.settle();
}

describe('an action item in a tracker of one’s own', () => {
  it('is told of by a signed call, whose answer names the ticket', async () => {
    const { channel, told } = await openWithTicket();

    expect(told()).toMatchObject([
      {
        event: 'create',
        status: 'open',
        key: null,
        title: TITLE,
        why: 'SEV3 INC-1: Booking is down',
        due_on: '2024-05-10',
        kind: 'detect',
        owner: { name: 'ben', email: 'ben@example.com' },
        labels: ['faultline'],
      },
    ]);
    expect(channel.message(TITLE).visibleText()).toContain('T-7');
  });

  it('tells when the item is done', async () => {
    const { room, told } = await openWithTicket();

    await completes(room);

    expect(told().at(-1)).toMatchObject({ event: 'update', key: 'T-7', status: 'done' });
    expect(told()).toHaveLength(2);
  });

  it('hears what became of it there, and says nothing back', async () => {
    const { room, told } = await openWithTicket();

    expect(await says(room, { key: 'T-7', status: 'done', at: room.clock.now(), by: 'Olga' })).toBe(200);

    expect(await keptItems(room)).toMatchObject([{ status: 'done' }]);
    expect((await changesOf(room)).at(-1)).toMatchObject({ reason: 'closed in the tracker by Olga' });
    expect(told()).toHaveLength(1);
  });

  it.each([
    [
      'signed by another',
      (room: Room) => says(room, { key: 'T-7', status: 'done', at: room.clock.now() }, 'another secret'),
      401,
    ],
    [
      'an hour old',
      (room: Room) =>
        says(
          room,
          { key: 'T-7', status: 'done', at: room.clock.now() },
          WEBHOOK_SECRET,
          '2024-05-07T13:00:00.000Z' as ReturnType<Room['clock']['now']>,
        ),
      401,
    ],
    ['without a status', (room: Room) => says(room, { key: 'T-7', at: room.clock.now() }), 422],
    ['of no ticket of ours', (room: Room) => says(room, { key: 'T-8', status: 'done', at: room.clock.now() }), 404],
  ])('changes nothing by a word that is %s', async (_, say, status) => {
    const { room } = await openWithTicket();

    expect(await say(room)).toBe(status);

    expect(await keptItems(room)).toMatchObject([{ status: 'open' }]);
  });

  it('loses no item where it never answers, and tells who made it after a day', async () => {
    const { room, channel } = await openWithTicket(() => ({ status: 503 }));

    const told = () => {
      const messages = room.workspace.person('ana').directMessages();
      return messages.filter((message) => message.visibleText().includes('tracker'));
    };
    await passHours(room, 23);
    expect(told()).toEqual([]);
    await passHours(room, 7);

    expect(await keptItems(room)).toMatchObject([{ status: 'open', ticket_key: null }]);
    expect(told()).toHaveLength(1);
    expect(channel.message(TITLE).buttons()).toMatchObject([{ text: 'Create ticket' }]);
  });
});

describe('an action item of a private incident', () => {
  it('is sent nowhere unless somebody asks and is told who will read it, and then without the incident’s title', async () => {
    const tracker = await startReceiver(() => ({ status: 201, body: '{"key":"T-7"}' }));
    const room = await openRoom({
      policy: { tracker: { format: 'webhook', url: tracker.address, create: 'always', labels: [] } },
      trackerSecrets: { webhookSecret: WEBHOOK_SECRET },
    });
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak of names', private: 'private' });
    await room.settle();
    const channel = room.workspace.channel('inc-1-leak-of-names');
    await ana.types(`/incident action ${TITLE}`, channel);
    await room.settle();
    expect(tracker.delivered).toEqual([]);
    const asking = channel.message(TITLE).blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(asking.at(-1)).toMatchObject({ confirm: { title: { text: 'This incident is private' } } });

    await ana.clicks('Create ticket', channel.message(TITLE));
    await room.settle();

    expect(JSON.parse(tracker.delivered[0]?.body ?? '')).toMatchObject({
      title: TITLE,
      why: 'SEV3 INC-1: a private incident',
      links: [],
    });
    expect(channel.message(TITLE).visibleText()).toContain('T-7');
  });
});
