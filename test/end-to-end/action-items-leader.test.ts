import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { remindersOf } from '../support/heard.ts';
import { type ItemRoom, openItemRoom, toldTo } from '../support/item-room.ts';

/** 09:00 where Ana is. */
async function passTo({ room }: Pick<ItemRoom, 'room'>, day: string): Promise<void> {
  await room.settle();
  room.clock.set(`${day}T09:00:00.000Z` as Instant);
  await room.settle();
}

/** Ana’s message of Friday, 17 May: Ben’s item is late by a week, and nobody owns two. */
async function openLed(): Promise<ItemRoom & { readonly digest: Message }> {
  const opened = await openItemRoom();
  const { ana, channel } = opened;
  await ana.types('/incident action Find out who owns the pool', channel);
  await ana.types('/incident action Test the pool', channel);
  await passTo(opened, '2024-05-17');
  return { ...opened, digest: toldTo(ana, 'Late where you lead') };
}

describe('whoever leads an incident', () => {
  it('ends what is another’s and late, as its owner would', async () => {
    const { room, ana, digest, channel } = await openLed();
    const answer = await ana.clicks('Done', digest, 'Size the pool');
    await room.settle();

    expect(answer.text).toContain('Done: Size the pool');
    expect(digest.visibleText()).toContain('~Size the pool~\n✅ done by @ana');
    expect(channel.message('Size the pool').visibleText()).toContain('✅ done by @ana');
    await ana.clicks('Reopen', digest, 'Size the pool');
    await room.settle();
    await ana.submits((await ana.clicks('Won’t do', digest, 'Size the pool')).modal, { reason: 'No pool any more' });
    await room.settle();
    expect(digest.visibleText()).toContain('🚫 given up by @ana: “No pool any more”');
  });

  it('puts off what nobody owns, and hears of it on that day and not before; a second time takes a reason', async () => {
    const opened = await openLed();
    const { room, ana, digest } = opened;
    expect(digest.menus()).toHaveLength(2);
    const answer = await ana.picks('A week', digest, 'Find out who owns');
    await ana.clicks('Done', digest, 'Test the pool');
    await ana.clicks('Done', digest, 'Size the pool');
    await room.settle();
    expect(answer.text).toBe('Snoozed until Fri 24 May 2024: Find out who owns the pool.');
    expect(digest.visibleText()).toMatch(/Find out who owns the pool\*\n.*\n.*\n😴 snoozed until Fri 24 May 2024/u);

    await passTo(opened, '2024-05-23');
    expect(remindersOf(room, 'ana')).toHaveLength(1);
    await passTo(opened, '2024-05-24');
    expect(remindersOf(room, 'ana')).toHaveLength(2);
    const { modal } = await ana.picks('3 days', toldTo(ana, 'Action items where you lead'), 'Find out who owns');
    const refused = await ana.submits(modal, { reason: '' });
    expect(refused.errors).toMatchObject({ reason: expect.any(String) });
  });

  it('reads apart what an owner has of whom nobody can be reached', async () => {
    const opened = await openItemRoom({}, '/incident action @nobody Size the pool');
    const { ana } = opened;
    await passTo(opened, '2024-05-09');

    const digest = toldTo(ana, 'Action items where you lead: 1 to look at');
    expect(digest.visibleText()).toMatch(
      /\*Nobody hears of these; you lead the incident\*\n\*Size the pool\*\n@nobody · _no due date yet_/u,
    );
    await ana.submits((await ana.clicks('Reassign', digest)).modal, { person: 'mahari' });
    await opened.room.settle();
    expect(digest.visibleText()).not.toContain('Nobody hears of these');
  });
});
