import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import { defaultPolicy } from '../../src/policy.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room, type RoomOptions } from '../support/open-room.ts';

async function goTo(room: Room, at: string): Promise<void> {
  await room.settle();
  room.clock.set(at as Instant);
  await room.settle();
}

/** Ana declares an incident on Tuesday 7 May and makes these items in its channel. */
async function openWithItems(items: readonly string[], options: RoomOptions = {}): Promise<Room> {
  const room = await openRoom(options);
  const channel = await declare(room);
  for (const item of items) {
    await room.workspace.person('ana').types(`/incident action ${item}`, channel);
  }
  await room.settle();
  return room;
}

function digests(room: Room, channel = 'incidents'): readonly string[] {
  return room.workspace
    .channel(channel)
    .messages()
    .map((message) => message.visibleText().replaceAll('*', ''))
    .filter((text) => text.includes('overdue by 14 days or more'));
}

describe('the weekly digest', () => {
  it('tells the channel on Monday what is overdue by 14 days or more', async () => {
    const room = await openWithItems(['@ben add alerts by 2024-05-13', '@mahari write the runbook by 2024-05-14']);
    await goTo(room, '2024-05-27T08:59:59.000Z');
    expect(digests(room)).toEqual([]);

    await goTo(room, '2024-05-27T09:00:00.000Z');
    expect(digests(room)).toHaveLength(1);
    expect(digests(room)[0]).toContain('1 action item overdue by 14 days or more');
    expect(digests(room)[0]).toContain('14 days late · add alerts · ben · INC-1 in #inc-1-booking-is-down');

    await goTo(room, '2024-06-02T09:00:00.000Z');
    expect(digests(room)).toHaveLength(1);
    await goTo(room, '2024-06-03T09:00:00.000Z');
    expect(digests(room)[1]).toContain('2 action items');
    expect(digests(room)[1]).toMatch(/add alerts.*\n.*write the runbook/u);
  });

  it('says nothing in a week in which nothing is', async () => {
    const room = await openWithItems(['@ben add alerts by 2024-05-13', 'x by 2024-05-20']);
    await room.workspace
      .person('ben')
      .clicks('Done', room.workspace.person('ben').directMessages()[0] ?? expect.unreachable());
    await goTo(room, '2024-05-27T09:00:00.000Z');

    expect(digests(room)).toEqual([]);
  });

  it('goes by the teams of the policy', async () => {
    const room = await openWithItems([
      '@ana clean up by 2024-05-10',
      '@ben add alerts by 2024-05-13',
      '@dba tune the pool by 2024-05-12',
    ]);
    const dba = { id: room.workspace.groupId('dba'), handle: 'dba' } as never;
    await room.restart({ actionItems: { ...defaultPolicy.actionItems, teams: [dba], digestIn: 'general' } });
    await goTo(room, '2024-05-27T09:00:00.000Z');

    expect(digests(room)).toEqual([]);
    expect(digests(room, 'general')).toHaveLength(1);
    expect(digests(room, 'general')[0]?.split('\n').slice(1)).toEqual([
      '@dba · 2',
      '• 15 days late · tune the pool · dba · INC-1 in #inc-1-booking-is-down',
      '• 14 days late · add alerts · ben · INC-1 in #inc-1-booking-is-down',
      'No team · 1',
      '• 17 days late · clean up · ana · INC-1 in #inc-1-booking-is-down',
      '`/incident actions overdue` lists all that is overdue, with buttons.',
    ]);
  });

  it('tells the team first whose item is the oldest, and last what is of no team', async () => {
    const room = await openWithItems([
      'clean up by 2024-05-08',
      '@dba tune the pool by 2024-05-12',
      '@ben add alerts by 2024-05-10',
      '@ana drill the failover by 2024-05-09',
      '@ana write the runbook by 2024-05-13',
    ]);
    room.workspace.addGroup({ handle: 'sre', members: ['ana'] });
    const teams = ['dba', 'sre'].map((handle) => ({ id: room.workspace.groupId(handle), handle }) as never);
    await room.restart({ actionItems: { ...defaultPolicy.actionItems, teams } });
    await goTo(room, '2024-05-27T09:00:00.000Z');

    const lines = digests(room)[0]?.split('\n').slice(1) ?? [];
    expect(lines.map((line) => line.split(' · ').slice(0, 2).join(' · '))).toEqual([
      '@sre · 2',
      '• 18 days late · drill the failover',
      '• 14 days late · write the runbook',
      '@dba · 2',
      '• 17 days late · add alerts',
      '• 15 days late · tune the pool',
      'No team · 1',
      '• 19 days late · clean up',
      '`/incident actions overdue` lists all that is overdue, with buttons.',
    ]);
  });

  it('takes a group that owns an item for a team, though the policy lists it not', async () => {
    const room = await openWithItems(['@dba tune the pool by 2024-05-12', '@ben add alerts by 2024-05-10']);
    await goTo(room, '2024-05-27T09:00:00.000Z');

    const lines = digests(room)[0]?.split('\n').slice(1) ?? [];
    expect(lines.map((line) => line.split(' · ').slice(0, 2).join(' · '))).toEqual([
      '@dba · 1',
      '• 15 days late · tune the pool',
      'No team · 1',
      '• 17 days late · add alerts',
      '`/incident actions overdue` lists all that is overdue, with buttons.',
    ]);
  });

  it('tells the five oldest of a team, whoever owns them, and how many more there are', async () => {
    const items = ['@ben b by 2024-05-11', '@dba a by 2024-05-10', '@ben d by 2024-05-12', '@dba c by 2024-05-11'];
    const later = ['e', 'f', 'g', 'h'].map((title) => `@ben ${title} by 2024-05-13`);
    const room = await openWithItems([...items, ...later]);
    const dba = { id: room.workspace.groupId('dba'), handle: 'dba' } as never;
    await room.restart({ actionItems: { ...defaultPolicy.actionItems, teams: [dba] } });
    await goTo(room, '2024-05-27T09:00:00.000Z');

    const [first, ...lines] = digests(room)[0]?.split('\n') ?? [];
    expect(first).toContain('8 action items overdue');
    expect(lines.map((line) => line.split(' · ').slice(0, 2).join(' · '))).toEqual([
      '@dba · 8',
      '• 17 days late · a',
      '• 16 days late · b',
      '• 16 days late · c',
      '• 15 days late · d',
      '• 14 days late · e',
      'and 3 more',
      '`/incident actions overdue` lists all that is overdue, with buttons.',
    ]);
  });

  it('follows who is in a team', async () => {
    const room = await openWithItems(['@ana clean up by 2024-05-10']);
    const dba = { id: room.workspace.groupId('dba'), handle: 'dba' } as never;
    await room.restart({ actionItems: { ...defaultPolicy.actionItems, teams: [dba] } });
    await room.settle();
    room.workspace.changeGroup('dba', ['ana']);
    room.workspace.editGroup('dba', {});
    await goTo(room, '2024-05-27T09:00:00.000Z');

    expect(digests(room)[0]).toContain('@dba · 1');
  });

  it('never names what is private or practised', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    for (const fields of [
      { title: 'Payroll leaks', private: 'private' },
      { title: 'Disk is full', drill: 'drill' },
    ]) {
      const before = new Set(room.workspace.channels().map(({ id }) => id));
      await ana.submits((await ana.uses('Start an incident')).modal, fields);
      await room.settle();
      const channel = room.workspace.channels().find(({ id }) => !before.has(id)) ?? expect.unreachable();
      await ana.types('/incident action @ana rotate the keys by 2024-05-10', channel);
    }
    await goTo(room, '2024-05-27T09:00:00.000Z');

    expect(digests(room)).toEqual([]);
  });

  it('waits for the first working day of the week', async () => {
    const holidays = ['2024-05-27'] as never[];
    const room = await openWithItems(['@ben add alerts by 2024-05-10'], {
      policy: { calendars: [{ zones: [], workingDays: [1, 2, 3, 4, 5], country: undefined, holidays }] },
    });
    await goTo(room, '2024-05-27T09:00:00.000Z');
    expect(digests(room)).toEqual([]);

    await goTo(room, '2024-05-28T09:00:00.000Z');
    expect(digests(room)).toHaveLength(1);
  });

  it('comes once a week, however often the bot starts and however its time is moved', async () => {
    const room = await openWithItems(['@ben add alerts by 2024-05-10']);
    await goTo(room, '2024-05-25T09:00:00.000Z');
    await room.restart({ reminderTime: '10:00' });
    await goTo(room, '2024-05-27T09:00:00.000Z');
    expect(digests(room)).toEqual([]);
    await goTo(room, '2024-05-27T10:00:00.000Z');
    expect(digests(room)).toHaveLength(1);

    await room.restart({ reminderTime: '15:00' });
    await goTo(room, '2024-05-27T15:00:00.000Z');
    await room.restart();
    await goTo(room, '2024-06-02T15:00:00.000Z');
    expect(digests(room)).toHaveLength(1);
    await goTo(room, '2024-06-03T15:00:00.000Z');
    expect(digests(room)).toHaveLength(2);
  });

  it('is late by no more than a working day of its week', async () => {
    const room = await openWithItems(['@ben add alerts by 2024-05-10']);
    await room.bot.stop();
    room.clock.set('2024-05-29T11:00:00.000Z' as Instant);
    await room.restart();
    await room.settle();
    expect(digests(room)).toHaveLength(1);

    await room.bot.stop();
    room.clock.set('2024-06-08T11:00:00.000Z' as Instant);
    await room.restart();
    await room.settle();
    expect(digests(room)).toHaveLength(1);
    await goTo(room, '2024-06-10T09:00:00.000Z');
    expect(digests(room)).toHaveLength(2);
  });
});
