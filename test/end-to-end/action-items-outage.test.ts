import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
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
});
