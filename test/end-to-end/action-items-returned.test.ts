import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { declare } from '../support/declare.ts';
import { type ItemRoom, labelsOf, openItemRoom, toldTo } from '../support/item-room.ts';

const WATCH = '/incident action @ben Watch the pool by 2024-05-20';

/** Ben has three items of two incidents that Ana leads, and one of an incident of Mahari's, when his account is deactivated. */
async function openReturned(): Promise<ItemRoom> {
  const opened = await openItemRoom();
  const { room, ana, channel } = opened;
  await ana.types(WATCH, channel);
  await ana.types('/incident action @ben Ask the vendor', await declare(room, 'Search is slow'));
  const mail = await declare(room, 'Mail is late');
  await ana.types('/incident assign commander @mahari', mail);
  await ana.types('/incident action @ben Test the pool', mail);
  await room.settle();
  room.workspace.changePerson('ben', { isDeactivated: true });
  await room.settle();
  return opened;
}

describe('what somebody had who is deactivated', () => {
  it('is told to each who leads in one message, what is due first on top, and each can be pressed', async () => {
    const { room, ana, mahari } = await openReturned();

    expect(ana.directMessages()).toHaveLength(1);
    const told = toldTo(ana, 'was deactivated');
    expect(told.visibleText()).toMatch(
      /The account of @ben was deactivated, so these 3 action items have no owner any more\. Take them or give them/u,
    );
    expect(told.visibleText()).toMatch(
      /Size the pool\*\ndue Fri 10 May 2024.*\nINC-1 in [\s\S]*Watch the pool[\s\S]*Ask the vendor\*\n.*\nINC-2 in /u,
    );
    expect(toldTo(mahari, 'was deactivated').visibleText()).toMatch(/so this action item has[\s\S]*Test the pool/u);

    await ana.clicks('Take it', told, 'Size the pool');
    await ana.submits((await ana.clicks('Give it to…', told, 'Watch the pool')).modal, { person: 'mahari' });
    await room.settle();
    expect(told.visibleText()).toContain('was deactivated. Of these 3 action items 1 still has no owner:');
    expect(told.visibleText()).toMatch(/Watch the pool\*\nIt is @mahari’s now\./u);
    expect(labelsOf(told)).toEqual([
      ...['Done', 'Reassign', 'Won’t do', 'Edit'],
      ...['Take it', 'Give it to…', 'Done', 'Won’t do'],
    ]);
    expect(toldTo(mahari, 'Watch the pool').visibleText()).toContain('is yours');

    await ana.submits((await ana.clicks('Won’t do', told, 'Ask the vendor')).modal, { reason: 'They are gone' });
    await ana.clicks('Done', told, 'Size the pool');
    await room.settle();
    expect(told.visibleText()).toContain('was deactivated. All of these 3 action items are seen to.');
    expect(told.visibleText()).toMatch(/~Size the pool~\n✅ done by @ana[\s\S]*~Ask the vendor~\n🚫 given up by @ana/u);
  });

  it('is told once where Slack took the message and its answer was lost, and follows its items', async () => {
    const opened = await openItemRoom();
    const { room, ana, channel } = opened;
    await ana.types(WATCH, channel);
    await room.settle();
    room.workspace.fails('chat.postMessage', { kind: 'reset-after' });
    room.workspace.changePerson('ben', { isDeactivated: true });
    await room.settle();
    await room.pass(10 * MINUTE);

    expect(ana.directMessages()).toHaveLength(1);
    await ana.clicks('Take it', toldTo(ana, 'was deactivated'), 'Watch the pool');
    await room.settle();
    expect(toldTo(ana, 'was deactivated').visibleText()).toContain('Of these 2 action items 1 still has no owner:');
  });

  it('is told to whoever leads by the time at which it can be told', async () => {
    const { room, ana, mahari, channel } = await openItemRoom();
    await ana.types(WATCH, channel);
    await room.settle();
    room.workspace.fails('conversations.open', { kind: 'rate-limited', retryAfterSeconds: 600, times: 1 });
    room.workspace.changePerson('ben', { isDeactivated: true });
    await room.settle();
    await ana.types('/incident assign commander @mahari', channel);
    await room.pass(11 * MINUTE);

    expect(ana.directMessages().filter((message) => message.visibleText().includes('deactivated'))).toEqual([]);
    expect(toldTo(mahari, 'was deactivated').visibleText()).toMatch(/these 2 action items[\s\S]*Watch the pool/u);
  });

  it('names how many more there are than one message holds, which move up as others are seen to', async () => {
    const { room, ana, channel } = await openItemRoom();
    for (let count = 1; count <= 21; count++) {
      await ana.types(`/incident action @ben Watch pool ${count} by 2024-05-2${count % 10}`, channel);
    }
    await room.settle();
    room.workspace.changePerson('ben', { isDeactivated: true });
    await room.settle();
    const told = toldTo(ana, 'was deactivated');

    expect(told.visibleText()).toContain('so these 22 action items have no owner any more');
    expect(labelsOf(told).filter((label) => label === 'Take it')).toHaveLength(20);
    expect(told.visibleText()).toContain('and 2 more: `/incident actions`');
    await ana.clicks('Take it', told, 'Size the pool');
    await room.settle();
    expect(labelsOf(told).filter((label) => label === 'Take it')).toHaveLength(20);
    expect(told.visibleText()).toContain('and 1 more: `/incident actions`');
    expect(told.visibleText()).not.toContain('Size the pool');
  });
});
