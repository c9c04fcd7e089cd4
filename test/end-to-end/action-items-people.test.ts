import { describe, expect, it } from 'vitest';
import { HOUR, SECOND } from '../../src/domain/time.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { declare } from '../support/declare.ts';
import { heardBy, remindersOf } from '../support/heard.ts';
import { openRoom, type Room } from '../support/open-room.ts';

async function until(room: Room, time: string): Promise<void> {
  for (let now = room.clock.now(); now < time; now = room.clock.now()) {
    await room.pass(Math.min(HOUR, Date.parse(time) - Date.parse(now)));
  }
}

/** Mahari leads, and an item there is nobody’s. */
async function openLed(): Promise<Room> {
  const room = await openRoom();
  const channel = await declare(room);
  const ana = room.workspace.person('ana');
  await ana.types('/incident action Size the pool', channel);
  await ana.types('/incident assign commander @mahari', channel);
  await room.settle();
  return room;
}

describe('the action items of somebody who is deactivated', () => {
  it('go back to whoever leads at once, and are offered again', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident action @ben Size the pool by 2024-07-01', channel);
    await ana.types('/incident action @ben Watch the pool', channel);
    await ana.types('/incident action @mahari Test the pool', channel);
    await room.settle();
    room.workspace.changePerson('ben', { isDeactivated: true });
    await room.settle();

    expect(heardBy(room, 'ana')).toEqual([
      expect.stringMatching(/account of @ben was deactivated[\s\S]*Size the pool[\s\S]*Watch the pool[\s\S]*Take it/u),
    ]);
    await until(room, '2024-05-09T08:59:59.000Z');
    expect(remindersOf(room, 'ana')).toEqual([]);
    await room.pass(SECOND);
    expect(remindersOf(room, 'ana')).toHaveLength(1);
    expect(remindersOf(room, 'ana')[0]).toMatch(/Size the pool[\s\S]*Watch the pool/u);
    expect(remindersOf(room, 'ana')[0]).not.toContain('Test the pool');
  });

  it('are snoozed no longer, as it was they who put them off', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident action @ben Size the pool by 2024-05-10', channel);
    await room.settle();
    const { modal } = await room.workspace
      .person('ben')
      .picks(
        'Snooze until…',
        (await room.workspace.person('ben').types('/incident mine', 'general')).messages[0] as Message,
      );
    await room.workspace.person('ben').submits(modal, { day: '2024-12-02' });
    room.workspace.changePerson('ben', { isDeactivated: true });
    await room.settle();
    await until(room, '2024-05-09T09:00:00.000Z');
    expect(remindersOf(room, 'ana')).toHaveLength(1);
    expect(remindersOf(room, 'ana')[0]).not.toContain('😴');

    await ana.types('/incident resolve', channel);
    const close = await ana.submits((await ana.types('/incident close', channel)).modal, {});
    await ana.submits(close.modal, { '🗒️ Size the pool · owner': 'mahari' });
    await until(room, '2024-05-10T16:00:00.000Z');
    expect(remindersOf(room, 'mahari')).toHaveLength(1);
  });

  it('go back when the bot finds out as it starts', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident action @ben Size the pool', channel);
    await room.settle();
    await room.bot.stop();
    room.workspace.changePerson('ben', { isDeactivated: true });
    await room.workspace.settled();
    await room.restart();
    await room.settle();

    expect(heardBy(room, 'ana')).toEqual([expect.stringContaining('was deactivated')]);
  });

  it('go to whoever leads next, where it was they who led', async () => {
    const room = await openLed();
    room.workspace.changePerson('mahari', { isDeactivated: true });
    await until(room, '2024-05-09T09:00:00.000Z');

    expect(remindersOf(room, 'ana')).toEqual([expect.stringContaining('Size the pool')]);
  });
});

describe('somebody whose account is back', () => {
  it('hears again of what their group owns', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident action @dba Size the pool by 2024-05-09', channel);
    await room.settle();
    room.workspace.changePerson('ben', { isDeactivated: true });
    await room.settle();
    room.workspace.changePerson('ben', { isDeactivated: false });
    await until(room, '2024-05-09T16:00:00.000Z');

    expect(['ben', 'mahari'].map((name) => remindersOf(room, name).length)).toEqual([1, 1]);
    expect(heardBy(room, 'ben')).toHaveLength(2);
  });

  it('hears again of what nobody owns where they lead', async () => {
    const room = await openLed();
    room.workspace.changePerson('mahari', { isDeactivated: true });
    await room.settle();
    room.workspace.changePerson('mahari', { isDeactivated: false });
    await until(room, '2024-05-09T16:00:00.000Z');

    expect(['ana', 'mahari'].map((name) => remindersOf(room, name).length)).toEqual([0, 1]);
  });
});

describe('the action items of a group', () => {
  it('are whoever’s is in it, from when they are', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident action @dba Size the pool by 2024-05-09', channel);
    await room.settle();
    expect(heardBy(room, 'ben')).toHaveLength(1);
    expect(heardBy(room, 'mahari')).toHaveLength(1);

    room.workspace.changeGroup('dba', ['ana', 'mahari']);
    await room.settle();
    expect(heardBy(room, 'ana')).toEqual([expect.stringContaining('Size the pool')]);
    await until(room, '2024-05-09T16:00:00.000Z');
    expect(['ana', 'ben', 'mahari'].map((name) => remindersOf(room, name).length)).toEqual([1, 0, 1]);
    expect(heardBy(room, 'mahari')).toHaveLength(2);
  });

  it('are whoever’s is in it, also where it owned nothing while they came', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident action @dba Size the pool', channel);
    await room.settle();
    const [told] = room.workspace.person('ben').directMessages();
    await room.workspace.person('ben').clicks('Done', told as Message);
    await room.settle();

    room.workspace.changeGroup('dba', ['ana']);
    await room.settle();
    await ana.types('/incident action @dba Watch the pool', channel);
    await room.settle();
    const hearing = (name: string) => heardBy(room, name).filter((text) => text.includes('Watch the pool')).length;
    expect(['ana', 'ben', 'mahari'].map(hearing)).toEqual([1, 0, 0]);
  });

  it('are told to whoever leads, where nobody in it can be reached', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident action @nobody Size the pool by 2024-05-09', channel);
    await room.settle();

    expect(heardBy(room, 'ana')).toEqual([expect.stringContaining('I can reach nobody as @nobody')]);
  });
});

describe('an owner', () => {
  it('is told of what they have once, however often it is looked at', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident action @ben Size the pool', channel);
    await ana.types('/incident assign commander @mahari', channel);
    await ana.types('/incident resolve', channel);
    await room.settle();
    await room.restart();
    await room.settle();

    expect(heardBy(room, 'ben')).toHaveLength(1);
    expect(heardBy(room, 'ben')[0]).toContain('Size the pool');
  });
});
