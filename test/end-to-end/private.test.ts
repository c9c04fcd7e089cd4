import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { signRequest } from '../../src/sandbox/signature.ts';
import { closes } from '../support/closes.ts';
import { remindersOf } from '../support/heard.ts';
import { openRoom, type Room } from '../support/open-room.ts';

/** Ana declares a private incident and brings these people into its channel. */
async function declarePrivately(room: Room, ...guests: readonly string[]): Promise<Channel> {
  const ana = room.workspace.person('ana');
  await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
  await room.settle();
  for (const guest of guests) {
    ana.invites(guest, 'inc-1-leak');
  }
  await room.settle();
  return room.workspace.channel('inc-1-leak');
}

async function close(room: Room, channel: Channel): Promise<void> {
  const ana = room.workspace.person('ana');
  await ana.types('/incident resolve', channel);
  await room.settle();
  await closes(ana, channel);
  await room.settle();
}

/** What the bot told somebody in private of the work. */
function heard(room: Room, name: string): readonly string[] {
  const messages = room.workspace.person(name).directMessages();
  return messages.map((message) => message.visibleText()).filter((text) => text.includes('Rotate the key'));
}

describe('an owner who left the channel of a private incident', () => {
  it('hears no more of it; whoever leads the incident does, at once and when it is late', async () => {
    const room = await openRoom();
    const channel = await declarePrivately(room, 'ben', 'mahari');
    const [ben, mahari] = [room.workspace.person('ben'), room.workspace.person('mahari')];
    await mahari.types('/incident action @ben Rotate the key by 2024-05-08', channel);
    await mahari.types('/incident assign commander', channel);
    await room.settle();
    ben.leaves(channel);
    await room.settle();

    expect(heard(room, 'ben')).toEqual([expect.stringContaining('yours')]);
    expect(heard(room, 'ana')).toEqual([]);
    expect(heard(room, 'mahari')).toEqual([expect.stringContaining('is not in the channel any more')]);
    expect(heard(room, 'mahari').join()).toContain('@ben');

    await room.pass(2 * DAY + 20 * HOUR);
    expect(heard(room, 'ben')).toHaveLength(1);
    expect(heard(room, 'mahari')).toHaveLength(2);
    expect(remindersOf(room, 'mahari')).toHaveLength(1);
  });

  it('is stood in for by whoever declared it, and by nobody once all have left', async () => {
    const room = await openRoom();
    const channel = await declarePrivately(room, 'ben');
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    await ben.types('/incident action @ben Rotate the key by 2024-05-08', channel);
    await room.settle();
    ben.leaves(channel);
    await room.settle();
    await close(room, channel);
    expect(heard(room, 'ana')).toHaveLength(1);

    ana.leaves(channel);
    await room.pass(3 * DAY);
    expect(heard(room, 'ana')).toHaveLength(1);
    expect(heard(room, 'ben')).toHaveLength(1);
  });

  it('hears of it again after coming back', async () => {
    const room = await openRoom();
    const channel = await declarePrivately(room, 'ben');
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    await ana.types('/incident action @ben Rotate the key', channel);
    await room.settle();
    ben.leaves(channel);
    await room.settle();
    ana.invites('ben', channel);
    await room.settle();
    await close(room, channel);

    expect(heard(room, 'ben')).toEqual([expect.stringContaining('yours')]);
    expect(heard(room, 'ana')).toEqual([expect.stringContaining('That is settled')]);
    await ana.types('/incident action @ben Rotate the other key by 2024-05-08', channel);
    await room.pass(DAY);
    expect(remindersOf(room, 'ben').join()).toContain('Rotate the key');
  });
});

describe('the list of whoever left a private incident', () => {
  it('stays without it when Slack repeats that they had joined', async () => {
    const room = await openRoom();
    const channel = await declarePrivately(room, 'ben');
    const ben = room.workspace.person('ben');
    expect((await ben.types('/incident list', 'general')).text).toContain('Leak');

    ben.leaves(channel);
    await room.settle();
    await repeatLast(room, 'member_joined_channel');
    expect((await ben.types('/incident list', 'general')).text).not.toContain('Leak');
  });

  it('stays without it when Slack tells late that they had joined', async () => {
    const room = await openRoom();
    const channel = await declarePrivately(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    await room.bot.stop();
    ana.invites('ben', channel);
    await room.workspace.settled();
    await room.restart();
    await room.pass(SECOND);
    ben.leaves(channel);
    await room.pass(MINUTE);

    const joins = room.workspace.record.deliveries.filter(({ payload }) => {
      const { type, user } = eventOf(payload);
      return user === ben.id && type?.startsWith('member_');
    });
    expect(joins.map(({ payload, status }) => [eventOf(payload).type, status])).toEqual([
      ['member_joined_channel', 0],
      ['member_joined_channel', 0],
      ['member_left_channel', 200],
      ['member_joined_channel', 200],
    ]);
    expect((await ben.types('/incident list', 'general')).text).not.toContain('Leak');
  });
});

function eventOf(payload: Readonly<Record<string, unknown>>): { readonly type?: string; readonly user?: string } {
  return { ...(payload.event as object | undefined) };
}

/** Delivers once more, as it was, what came last of that kind. */
async function repeatLast(room: Room, type: string): Promise<void> {
  const last = room.workspace.record.deliveries.findLast(({ payload }) => eventOf(payload).type === type);
  const body = JSON.stringify(last?.payload);
  const headers = { 'content-type': 'application/json', ...signRequest(room.workspace.signingSecret, body) };
  const response = await fetch(`${room.bot.address}/slack/events`, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
  await room.settle();
}
