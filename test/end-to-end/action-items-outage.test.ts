import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { type ItemRoom, openItemRoom } from '../support/item-room.ts';
import type { Room } from '../support/open-room.ts';

/** Ben lives in New York, where it is four hours before UTC; it is Tuesday, 10:00 there. */
const DUE_ON_THURSDAY = '/incident action @ben Size the pool by 2024-05-09';

function reminders(person: Person): readonly string[] {
  const texts = person.directMessages().map((message) => message.visibleText());
  return texts.filter((text) => text.includes('Size the pool')).slice(1);
}

async function passHours(room: Room, hours: number): Promise<void> {
  for (let half = 0; half < hours * 2; half++) {
    await room.pass(30 * MINUTE);
  }
}

/** Until Thursday, 08:45 in New York, when ben has only been told that it is his. */
async function untilThursdayMorning({ room, ben }: ItemRoom): Promise<void> {
  await room.pass(DAY);
  await room.pass(22 * HOUR + 45 * MINUTE);
  expect(reminders(ben)).toEqual([]);
}

describe('a reminder that is due while Slack is down', { timeout: 60_000 }, () => {
  it('comes once, on the same day, when Slack is back after six hours', async () => {
    const opened = await openItemRoom({}, DUE_ON_THURSDAY);
    const { room, ben } = opened;
    await untilThursdayMorning(opened);
    room.workspace.fails('chat.postMessage', { kind: 'status', status: 503, times: 100_000 });
    await passHours(room, 6);
    expect(reminders(ben)).toEqual([]);
    room.workspace.recovers();
    await passHours(room, 1);

    expect(reminders(ben)).toHaveLength(1);
    await passHours(room, 12);
    expect(reminders(ben)).toHaveLength(1);
  });

  it('comes the next morning where the day of work ends before Slack is back', async () => {
    const opened = await openItemRoom({}, DUE_ON_THURSDAY);
    const { room, ben } = opened;
    await untilThursdayMorning(opened);
    room.workspace.fails('chat.postMessage', { kind: 'status', status: 503, times: 100_000 });
    await passHours(room, 10);
    room.workspace.recovers();
    await passHours(room, 13);
    expect(reminders(ben)).toEqual([]);
    await passHours(room, 2);

    expect(reminders(ben)).toHaveLength(1);
  });

  it('comes once where Slack took it and its answer was lost', async () => {
    const opened = await openItemRoom({}, DUE_ON_THURSDAY);
    const { room, ben } = opened;
    await untilThursdayMorning(opened);
    room.workspace.fails('chat.postMessage', { kind: 'reset-after' });
    await passHours(room, 2);

    expect(reminders(ben)).toHaveLength(1);
  });
});

describe('an item that is added while Slack is down', () => {
  it('is shown in the channel as it is when Slack is back', async () => {
    const { room, channel, ana, ben } = await openItemRoom({}, DUE_ON_THURSDAY);
    room.workspace.fails('chat.postMessage', { kind: 'status', status: 503, times: 100_000 });
    await ana.types('/incident action @ben Watch the queue by 2024-05-30', channel);
    await room.settle();
    const [mine] = (await ben.types('/incident mine', 'general')).messages;
    await (mine && ben.clicks('Done', mine, 'Watch the queue'));
    await room.settle();
    room.workspace.recovers();
    await passHours(room, 1);

    expect(channel.message('Watch the queue').visibleText()).toContain('~Watch the queue~ · ✅ done by @ben');
  });
});

describe('what is overdue in the week, while Slack is down', { timeout: 60_000 }, () => {
  it('is told once, on the same day, when Slack is back after six hours', async () => {
    const { room } = await openItemRoom({}, '/incident action @ben Size the pool by 2024-05-10');
    const told = () =>
      room.workspace
        .channel('incidents')
        .messages()
        .filter((message) => message.visibleText().includes('overdue by 14 days or more'));
    room.clock.set('2024-05-27T08:45:00.000Z' as Instant);
    await room.settle();
    room.workspace.fails('chat.postMessage', { kind: 'status', status: 503, times: 100_000 });
    await passHours(room, 6);
    expect(told()).toEqual([]);
    room.workspace.recovers();
    await passHours(room, 1);

    expect(told()).toHaveLength(1);
    await passHours(room, 24);
    expect(told()).toHaveLength(1);
  });
});

describe('a bot that stood still for three days', { timeout: 60_000 }, () => {
  it('sends one message of all that was owed meanwhile, and not before somebody works again', async () => {
    const opened = await openItemRoom({}, DUE_ON_THURSDAY);
    const { room, ben } = opened;
    await untilThursdayMorning(opened);
    await room.bot.stop();
    room.clock.advance(3 * DAY);
    await room.restart();
    await passHours(room, 23);
    expect(reminders(ben)).toEqual([]);
    await passHours(room, 2);

    expect(reminders(ben)).toHaveLength(1);
    await passHours(room, 12);
    expect(reminders(ben)).toHaveLength(1);
  });

  it('tells owners what became theirs before, though Slack is busy when it starts again', async () => {
    const { room, channel, ana, ben } = await openItemRoom({}, DUE_ON_THURSDAY);
    const busy = { kind: 'rate-limited', retryAfterSeconds: 60, times: 2 } as const;
    room.workspace.fails('conversations.open', busy);
    await ana.types('/incident action @ben Watch the queue by 2024-05-30', channel);
    await room.settle();
    await room.bot.stop();
    room.clock.advance(3 * DAY);
    room.workspace.fails('conversations.open', busy);
    await room.restart();
    await passHours(room, 3);

    const told = ben.directMessages().map((message) => message.visibleText());
    expect(told.filter((text) => /is yours:\s+Watch the queue/u.test(text.replaceAll('*', '')))).toHaveLength(1);
    expect(ana.directMessages().map((message) => message.visibleText())).toEqual([]);
  });
});
