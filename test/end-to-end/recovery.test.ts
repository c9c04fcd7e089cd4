import { describe, expect, it } from 'vitest';
import { addMilliseconds, HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { deleteAsAdministrator } from '../support/delete-as-administrator.ts';
import { remindersOf } from '../support/heard.ts';
import { openRoom, type Room } from '../support/open-room.ts';

function announcements(room: Room): readonly string[] {
  const messages = room.workspace.channel('incidents').messages();
  return messages.map((message) => message.visibleText());
}

function told(room: Room, name: string): readonly string[] {
  const messages = room.workspace.person(name).directMessages();
  return messages.map((message) => message.visibleText());
}

async function close(room: Room, channel: Channel): Promise<void> {
  const ana = room.workspace.person('ana');
  await ana.types('/incident resolve', channel);
  await room.settle();
  await closes(ana, channel);
  await room.pass(MINUTE);
}

describe('what shows where an incident stands', () => {
  it('is posted and pinned again where it is the card and somebody deleted it, and nothing else waits for it', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    deleteAsAdministrator(channel.pins()[0]);
    await room.workspace.person('ana').types('/incident resolve', channel);
    await room.settle();

    expect(announcements(room)).toEqual([expect.stringContaining('resolved')]);
    expect(channel.topic).toContain('resolved');
    const [card] = channel.pins();
    expect(card?.visibleText()).toContain('resolved');
    expect(told(room, 'ana')).toEqual([]);

    await room.workspace.person('ana').types('/incident status investigating', channel);
    await room.settle();
    expect(channel.pins().map((message) => message.visibleText())).toEqual([expect.stringContaining('investigating')]);
  });

  it('stays away where it is the announcement and somebody deleted it', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    deleteAsAdministrator(room.workspace.channel('incidents').messages()[0]);
    const ana = room.workspace.person('ana');
    await ana.types('/incident resolve', channel);
    await room.settle();
    const updates = room.workspace.record.calls.filter(({ method }) => method === 'chat.update').length;
    await ana.types('/incident status investigating', channel);
    await room.settle();

    expect(announcements(room)).toEqual([]);
    expect(room.workspace.record.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(updates + 1);
    expect(channel.pins()[0]?.visibleText()).toContain('investigating');
    expect(channel.topic).toContain('investigating');
    expect(told(room, 'ana')).toEqual([]);
  });

  it('is brought up to date all the same where the card cannot be', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.fails('chat.update', { kind: 'error', error: 'cant_update_message' });
    await room.workspace.person('ana').types('/incident resolve', channel);
    await room.settle();

    expect(announcements(room)).toEqual([expect.stringContaining('resolved')]);
    expect(channel.topic).toContain('resolved');
    expect(told(room, 'ana')).toEqual([expect.stringContaining('its card could not be brought up to date')]);
  });
});

describe('a reminder', () => {
  // 09:00 of 9 May is 06:00 UTC in Addis Ababa, 13:00 in New York, 16:00 in Los Angeles; 23:00 UTC of 8 May in Sydney.
  it.each([
    ['mahari', 'America/Los_Angeles', '2024-05-09T16:00:00.000Z' as Instant],
    ['ben', 'Australia/Sydney', '2024-05-08T23:00:00.000Z' as Instant],
  ])('comes to %s in the morning of where they have moved to: %s', async (name, timeZone, due) => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.workspace.person('ana').types(`/incident action @${name} Watch the pool by 2024-05-09`, channel);
    await room.settle();
    room.workspace.changePerson(name, { timeZone });
    await room.settle();
    for (const early of ['2024-05-08T06:00:00.000Z', '2024-05-08T13:00:00.000Z', addMilliseconds(due, -1)]) {
      room.clock.set(early as Instant);
      await room.settle();
    }
    expect(remindersOf(room, name)).toEqual([]);

    await room.pass(1);
    expect(remindersOf(room, name)).toEqual([expect.stringContaining('Watch the pool')]);
    await room.pass(20 * HOUR);
    expect(remindersOf(room, name)).toHaveLength(1);
  });
});

describe('an action item that is added after closing', () => {
  it.each([
    ['a person', '@ben', ['ben']],
    ['a group', '@dba', ['ben', 'mahari']],
  ])('is told at once to its owner: %s', async (_, owner, names) => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident action @ben Size the pool by 2024-05-20', channel);
    await close(room, channel);
    expect(told(room, 'ben')).toHaveLength(1);

    const answer = await ana.types(`/incident action ${owner} Watch the pool by 2024-05-21`, channel);
    await room.settle();

    expect(answer.text).toContain('is told now, and reminded until it is done.');
    for (const name of names) {
      expect(told(room, name).at(-1)).toContain('Watch the pool');
    }
    expect(told(room, 'ben')).toHaveLength(2);
  });
});

describe('an incident whose channel could not be opened', () => {
  it('says so in the list, and is opened by a button once Slack allows it', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    room.workspace.fails('conversations.create', { kind: 'error', error: 'restricted_action', times: 2 });
    await ana.types('/incident start Booking is down', 'general');
    await room.settle();
    expect((await ana.types('/incident list', 'general')).text).toContain('no channel yet');

    const first = await ana.clicks('Try again', failure(room));
    await room.settle();
    expect(first.text).toContain('I try again to open the channel');
    expect(told(room, 'ana').filter((text) => text.includes('could not be opened'))).toHaveLength(2);

    await ana.clicks('Try again', failure(room));
    await room.settle();
    const channel = room.workspace.channel('inc-1-booking-is-down');
    expect(channel.members()).toContain('ana');
    expect(channel.pins()).toHaveLength(1);
    expect(told(room, 'ana').at(-1)).toContain('go to #inc-1-booking-is-down');
    expect((await ana.types('/incident list', 'general')).text).not.toContain('no channel yet');

    const late = await ana.clicks('Try again', failure(room));
    await room.settle();
    expect(late.text).toContain('go to #inc-1-booking-is-down');
    expect(room.workspace.channels().filter(({ name }) => name.startsWith('inc-'))).toHaveLength(1);
  });
});

function failure(room: Room): Message {
  const messages = room.workspace.person('ana').directMessages();
  const found = messages.findLast((message) => message.visibleText().includes('could not be opened'));
  if (found === undefined) {
    throw new Error('Ana was told of no failure');
  }
  return found;
}
