import { describe, expect, it } from 'vitest';
import type { CalendarPolicy } from '../../src/domain/policy.ts';
import type { CalendarDate, TimeZone } from '../../src/domain/time.ts';
import { defaultPolicy } from '../../src/policy.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { declare } from '../support/declare.ts';
import { toldTo } from '../support/item-room.ts';
import { openRoom, type RoomOptions } from '../support/open-room.ts';

/** While it is 14:00 on Tuesday, 7 May in UTC it is Wednesday in Auckland, where Mahari lives. */
async function openWithMahariInAuckland(options: RoomOptions = {}) {
  const room = await openRoom(options);
  room.workspace.changePerson('mahari', { timeZone: 'Pacific/Auckland' });
  const channel = await declare(room, 'sev1 Booking is down');
  const [ana, mahari] = [room.workspace.person('ana'), room.workspace.person('mahari')];
  mahari.joins(channel);
  await room.settle();
  return { room, channel, ana, mahari };
}

function itemLines(channel: Channel): readonly Message[] {
  return channel.messages().filter((message) => message.visibleText().startsWith('🗒️ Action item'));
}

function linkTo({ ts }: Message, label: string): RegExp {
  return new RegExp(`/archives/\\w+/p${ts.replace('.', '')}\\|${label}>`, 'u');
}

describe('an action item from the card', () => {
  it('is all that its form says, and reaches its owner', async () => {
    const { room, channel, ana, mahari } = await openWithMahariInAuckland();
    const { modal } = await ana.clicks('Action item', channel.pins()[0] as Message);
    const entries = { title: 'Size the pool', owner: 'mahari', due: '2024-05-14', kind: 'prevent', priority: 'P1' };
    const sent = await ana.submits(modal, { ...entries, 'done-when': 'waits are under 100 ms' });
    await room.settle();

    expect(sent.isClosed).toBe(true);
    const [line, ...others] = itemLines(channel).map((message) => message.visibleText());
    expect(others).toEqual([]);
    expect(line).toMatch(
      /\*P1\* \*prevent\*: Size the pool · @mahari · due Tue 14 May 2024 · done when waits are under 100 ms/u,
    );
    const told = toldTo(mahari, 'Size the pool').visibleText();
    expect(told).toContain('due Tue 14 May 2024 · P1 · prevent\nDone when waits are under 100 ms');
  });
});

describe('an action item from a message', () => {
  it('links to it where its owner reads of it, made by the shortcut', async () => {
    const { room, channel, ana, mahari } = await openWithMahariInAuckland();
    const source = ana.says('We should size the pool', channel);
    await ana.submits((await ana.uses('Create action item', source)).modal, { owner: 'mahari' });
    await room.settle();
    expect(JSON.stringify(toldTo(mahari, 'We should size').blocks)).toMatch(linkTo(source, 'this message'));
  });

  it('is made by the policy’s emoji, with its link, and by no other, nor by the bot’s own', async () => {
    const actionItems = { ...defaultPolicy.actionItems, reaction: 'memo' };
    const { room, channel, ana } = await openWithMahariInAuckland({ policy: { actionItems } });
    const [marked, other, tagged] = ['Size the pool', 'Test it', 'It is full'].map((text) => ana.says(text, channel));
    ana.reactsWith('memo', marked as Message);
    ana.reactsWith('clipboard', other as Message);
    ana.reactsWith('pushpin', tagged as Message);
    await room.settle();

    expect(tagged?.reactions.map(({ name }) => name)).toContain('memo');
    expect(itemLines(channel).map((line) => line.visibleText())).toEqual([expect.stringContaining('Size the pool')]);
    expect(JSON.stringify(itemLines(channel)[0]?.blocks)).toMatch(linkTo(marked as Message, 'message'));
  });
});

describe('the due date of an action item', () => {
  const calendar = (zones: readonly string[], ...holidays: readonly string[]): CalendarPolicy => ({
    zones: zones as readonly TimeZone[],
    workingDays: [1, 2, 3, 4, 5],
    country: undefined,
    holidays: holidays as readonly CalendarDate[],
  });

  it('is by default counted, on working days, where its owner lives', async () => {
    const calendars = [calendar(['Pacific/Auckland'], '2024-05-23'), calendar([], '2024-05-24')];
    const { channel, ana } = await openWithMahariInAuckland({ policy: { calendars } });
    expect((await ana.types('/incident action @mahari Size the pool', channel)).text).toContain('due *Fri 24 May');
    expect((await ana.types('/incident action @ana Watch the pool', channel)).text).toContain('due *Wed 22 May');
  });

  it('gives way to a weekend where its owner lives', async () => {
    const { room, channel, ana } = await openWithMahariInAuckland();
    room.clock.set('2024-05-09T14:00:00.000Z' as never);
    await room.settle();
    expect((await ana.types('/incident action @mahari Size the pool', channel)).text).toContain('due *Mon 27 May');
    expect((await ana.types('/incident action @ana Watch the pool', channel)).text).toContain('due *Fri 24 May');
  });

  it('is read in the zone of whoever types it, in a command and in the close form', async () => {
    const { room, channel, ana, mahari } = await openWithMahariInAuckland();
    expect((await mahari.types('/incident action Size the pool by today', channel)).text).toContain('due *Wed 8 May');
    expect((await ana.types('/incident action Watch the pool by today', channel)).text).toContain('due *Tue 7 May');

    await mahari.types('/incident resolve', channel);
    const next = await mahari.submits((await mahari.types('/incident close', channel)).modal, {});
    const lines = { '🗒️ More action items, one a line': 'Test the pool by today\nDrain the pool by tomorrow' };
    expect((await mahari.submits(next.modal, lines)).isClosed).toBe(true);
    await room.settle();
    const listed = (await mahari.types('/incident actions', channel)).text;
    expect(listed).toMatch(/Test the pool\*?\n.*due today/u);
    expect(listed).toMatch(/Drain the pool\*?\n.*due tomorrow/u);
    expect((await ana.types('/incident actions', channel)).text).toMatch(/Test the pool\*?\n.*due tomorrow/u);
  });
});
