import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../src/domain/time.ts';
import type { Failure } from '../../src/sandbox/failures.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { declare } from '../support/declare.ts';
import { heardBy, remindersOf } from '../support/heard.ts';
import { openRoom, type Room } from '../support/open-room.ts';

/** It is Tuesday the 7th, 14:00. Each morning until then comes, in UTC. */
async function until(room: Room, time: string): Promise<void> {
  for (let now = room.clock.now(); now < time; now = room.clock.now()) {
    await room.pass(Math.min(HOUR, Date.parse(time) - Date.parse(now)));
  }
}

async function open(title = 'Booking is down'): Promise<{ readonly room: Room; readonly channel: Channel }> {
  const room = await openRoom();
  return { room, channel: await declare(room, title) };
}

describe('the message of a day', () => {
  it('lists all that is somebody’s, of all incidents, once', async () => {
    const { room, channel } = await open();
    const ana = room.workspace.person('ana');
    const other = await declare(room, 'Search is slow');
    await ana.types('/incident action @ana Size the pool by 2024-05-09', channel);
    await ana.types('/incident action @ana Watch the pool by 2024-05-09', other);
    await ana.types('/incident action @ana Test the pool by 2024-07-01', other);
    await ana.types('/incident action @ana Think of pools', other);
    await until(room, '2024-05-09T09:00:00.000Z');

    const reminders = remindersOf(room, 'ana');
    expect(reminders).toHaveLength(1);
    for (const title of ['Size the pool', 'Watch the pool', 'Test the pool', 'Think of pools']) {
      expect(reminders[0]).toContain(title);
    }
    await until(room, '2024-05-10T08:59:00.000Z');
    expect(remindersOf(room, 'ana')).toHaveLength(1);
  });

  it('comes by the ladder, on working days only, until it is done', async () => {
    const { room, channel } = await open();
    const ana = room.workspace.person('ana');
    await ana.types('/incident action @ana Size the pool by 2024-05-12', channel);
    const counts: string[] = [];
    for (let day = 8; day <= 28; day++) {
      const before = remindersOf(room, 'ana').length;
      room.clock.set(`2024-05-${String(day).padStart(2, '0')}T08:59:59.000Z` as Instant);
      await room.settle();
      expect(remindersOf(room, 'ana')).toHaveLength(before);
      await room.pass(SECOND);
      if (remindersOf(room, 'ana').length > before) {
        counts.push(room.clock.now().slice(0, 10));
      }
      if (day === 21) {
        await ana.clicks('Done', ana.directMessages().at(-1) ?? channel.message('x'));
      }
    }

    // Due on a Sunday: on Friday for both before and on the day; one, three, seven days late; then weekly, had it stayed open.
    expect(counts).toEqual(['2024-05-10', '2024-05-13', '2024-05-15', '2024-05-20']);
  });

  it('comes on the next day of the ladder, where an item is opened again that was done long ago', async () => {
    const { room, channel } = await open();
    const ana = room.workspace.person('ana');
    await ana.types('/incident action @ana Size the pool by 2024-05-17', channel);
    await room.settle();
    const told = ana.directMessages()[0] as Message;
    await ana.clicks('Done', told);
    await room.settle();
    room.clock.set('2024-06-19T11:00:00.000Z' as Instant);
    await room.settle();
    await ana.clicks('Reopen', told);
    await until(room, '2024-06-21T08:59:00.000Z');
    expect(remindersOf(room, 'ana')).toEqual([]);
    await room.pass(MINUTE);
    expect(remindersOf(room, 'ana')).toHaveLength(1);
  });

  it.each<[string, Failure]>([
    ['breaks before it', { kind: 'reset-before' }],
    ['breaks after it', { kind: 'reset-after' }],
    ['is busy', { kind: 'rate-limited', retryAfterSeconds: 90 }],
  ])('comes once, where the connection %s', async (_, failure) => {
    const { room, channel } = await open();
    await room.workspace.person('ana').types('/incident action @ana Size the pool by 2024-05-08', channel);
    await room.settle();
    room.workspace.fails('chat.postMessage', failure);
    await until(room, '2024-05-08T09:00:00.000Z');
    await room.pass(10 * MINUTE);
    await room.pass(10 * MINUTE);

    expect(remindersOf(room, 'ana')).toHaveLength(1);
  });

  it('comes the next day, where Slack would never take it on its own', async () => {
    const { room, channel } = await open();
    await room.workspace.person('ana').types('/incident action @ana Size the pool by 2024-05-08', channel);
    await room.settle();
    room.workspace.fails('chat.postMessage', { kind: 'error', error: 'msg_too_long' });
    await until(room, '2024-05-09T08:59:59.000Z');
    expect(remindersOf(room, 'ana')).toEqual([]);
    await room.pass(SECOND);

    expect(remindersOf(room, 'ana')).toHaveLength(1);
  });

  it('comes when the bot is back, if the day lasts, and else on the next', async () => {
    const { room, channel } = await open();
    const ana = room.workspace.person('ana');
    await ana.types('/incident action @ana Size the pool by 2024-05-08', channel);
    await ana.types('/incident action @ben Watch the pool by 2024-05-08', channel);
    await room.settle();
    await room.bot.stop();
    room.clock.set('2024-05-11T12:00:00.000Z' as Instant);
    await room.restart();
    await room.settle();
    expect([...remindersOf(room, 'ana'), ...remindersOf(room, 'ben')]).toEqual([]);

    await until(room, '2024-05-13T09:00:00.000Z');
    expect(remindersOf(room, 'ana')).toHaveLength(1);
    await until(room, '2024-05-13T13:00:00.000Z');
    expect(remindersOf(room, 'ben')).toHaveLength(1);
  });
});

describe('somebody who is away', () => {
  const away = { text: 'Vacationing', emoji: ':palm_tree:' };

  it('is reminded of nothing until then, and once when they are back', async () => {
    const { room, channel } = await open();
    await room.workspace.person('ana').types('/incident action @ben Size the pool by 2024-05-08', channel);
    await room.settle();
    room.workspace.changePerson('ben', { status: { ...away, until: '2024-05-13T04:00:00.000Z' as Instant } });
    await until(room, '2024-05-13T12:59:59.000Z');
    expect(remindersOf(room, 'ben')).toEqual([]);
    await room.pass(SECOND);
    expect(remindersOf(room, 'ben')).toHaveLength(1);
  });

  it('hears what waited as soon as they are back early', async () => {
    const { room, channel } = await open();
    await room.workspace.person('ana').types('/incident action @ana Size the pool by 2024-05-08', channel);
    room.workspace.changePerson('ana', { status: { ...away, text: 'Back on 20 May' } });
    await until(room, '2024-05-09T11:00:00.000Z');
    expect(remindersOf(room, 'ana')).toEqual([]);
    room.workspace.changePerson('ana', { status: undefined });
    await room.settle();
    expect(remindersOf(room, 'ana')).toHaveLength(1);
  });

  it('is known as such when the bot starts', async () => {
    const { room, channel } = await open();
    await room.workspace.person('ana').types('/incident action @ana Size the pool by 2024-05-08', channel);
    await room.settle();
    await room.bot.stop();
    room.workspace.changePerson('ana', { status: { ...away, until: '2024-05-09T10:00:00.000Z' as Instant } });
    await room.workspace.settled();
    await room.restart();
    await until(room, '2024-05-09T09:59:59.000Z');
    expect(remindersOf(room, 'ana')).toEqual([]);
    await room.pass(SECOND);
    expect(remindersOf(room, 'ana')).toHaveLength(1);
  });
});

describe('whoever leads an incident', () => {
  it('is told of what is seven days late, and each week, also where its owner has it all the same', async () => {
    const { room, channel } = await open();
    await room.workspace.person('ana').types('/incident action @ben Size the pool by 2024-05-08', channel);
    await until(room, '2024-05-15T08:59:59.000Z');
    expect(heardBy(room, 'ana')).toEqual([]);
    await room.pass(SECOND);
    expect(remindersOf(room, 'ana')).toEqual([expect.stringContaining('Size the pool')]);
    await room.pass(6 * DAY + 23 * HOUR);
    await room.pass(HOUR);
    expect(remindersOf(room, 'ana')).toHaveLength(2);
  });

  it.each([
    ['@ana', 'owns it'],
    ['@oncall', 'is in the group that owns it'],
  ])('is told once of what is late by a week, where they lead and %s is theirs: %s', async (owner) => {
    const { room, channel } = await open();
    const ana = room.workspace.person('ana');
    room.workspace.addGroup({ handle: 'oncall', members: ['ana', 'ben'] });
    await ana.types(`/incident action ${owner} Size the pool by 2024-05-08`, channel);
    for (let day = 8; day <= 15; day++) {
      await room.pass(DAY);
    }

    const reminders = remindersOf(room, 'ana');
    expect(reminders).toHaveLength(4);
    expect(reminders.at(-1)?.match(/Size the pool/gu)).toHaveLength(1);
    expect(reminders.at(-1)).toContain('Your action items: 1 open, 1 overdue');
    expect(reminders.at(-1)).not.toContain('you lead');
  });

  it('is the commander from when they are', async () => {
    const { room, channel } = await open();
    const ana = room.workspace.person('ana');
    await ana.types('/incident action @ben Size the pool by 2024-05-08', channel);
    await ana.types('/incident assign commander @mahari', channel);
    await until(room, '2024-05-15T09:00:00.000Z');

    expect(remindersOf(room, 'mahari')).toEqual([expect.stringContaining('Size the pool')]);
    expect(heardBy(room, 'ana')).toEqual([]);
  });

  it('is offered what nobody owns, two working days after it was made', async () => {
    const { room, channel } = await open();
    await room.workspace.person('ana').types('/incident action Size the pool', channel);
    await until(room, '2024-05-09T08:59:59.000Z');
    expect(heardBy(room, 'ana')).toEqual([]);
    await room.pass(SECOND);
    expect(remindersOf(room, 'ana')).toEqual([expect.stringContaining('Size the pool')]);
  });
});
