import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { closes } from '../support/closes.ts';
import { declare, transcript } from '../support/declare.ts';
import { callsTo, openRoomCalling, toldTo } from '../support/escalation-rooms.ts';
import type { Room } from '../support/open-room.ts';

async function escalate(room: Room): Promise<Channel> {
  const channel = await declare(room);
  await room.workspace.person('ana').types('/incident escalate', channel);
  await room.settle();
  return channel;
}

function lastCall(room: Room, name: string): Message {
  const found = room.workspace
    .person(name)
    .directMessages()
    .findLast((message) => message.visibleText().includes('calls you to'));
  if (found === undefined) {
    throw new Error(`nobody called ${name}`);
  }
  return found;
}

describe('an answer at the end of a step', () => {
  it.each([
    ['a millisecond before calls nobody else', -1, 0],
    ['a millisecond after is seen by whoever was called', 1, 1],
  ])('%s', async (_, offset, calls) => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    const channel = await escalate(room);
    room.clock.advance(5 * MINUTE + offset);
    await room.bot.idle();
    const answer = await room.workspace.person('ben').clicks('I’m on it', lastCall(room, 'ben'));
    room.clock.advance(2);
    await room.settle();

    expect(answer.text).toContain('Thank you');
    expect(callsTo(room, 'mahari')).toHaveLength(calls);
    expect(channel.message('is called by').visibleText()).toContain('by @ben (5 min)');
    for (const text of callsTo(room, 'mahari')) {
      expect(text).toContain('answered');
    }
    await room.pass(60 * MINUTE);
    expect(callsTo(room, 'mahari')).toHaveLength(calls);
    expect(callsTo(room, 'ben')).toHaveLength(1);
  });

  it('at that instant: one of the two is first, and everybody sees the answer', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    const channel = await escalate(room);
    const pressed = room.workspace.person('ben').clicks('I’m on it', lastCall(room, 'ben'));
    room.clock.advance(5 * MINUTE);
    await room.settle();

    expect((await pressed).text).toContain('Thank you');
    await room.settle();
    const called = callsTo(room, 'mahari');
    expect(called.length).toBeLessThanOrEqual(1);
    expect(called.filter((text) => !text.includes('answered'))).toEqual([]);
    expect(channel.message('is called by').visibleText()).toContain('by @ben');
    await room.pass(60 * MINUTE);
    expect(callsTo(room, 'mahari')).toEqual(called);
  });
});

describe('a call that is on its way', () => {
  it('shows the answer that somebody gave meanwhile', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    const channel = await escalate(room);
    room.workspace.fails('chat.postMessage', { kind: 'slow', milliseconds: 1_000, times: 2 });
    room.clock.advance(5 * MINUTE);
    while (callsTo(room, 'mahari').length === 0) {
      await new Promise(setImmediate);
    }
    await room.workspace.person('ben').clicks('I’m on it', channel.message('is called by'));
    expect(callsTo(room, 'mahari')).toEqual([expect.not.stringContaining('answered')]);
    room.clock.advance(2_000);
    await room.settle();

    expect(callsTo(room, 'mahari')).toEqual([expect.stringContaining('answered')]);
    expect(channel.message('is called by').visibleText()).toContain('by @ben');
  });

  it.each([
    ['answers', 'I’m on it', 'answered'],
    ['passes on', 'Can’t, pass on', 'You passed it on.'],
  ])('shows so where it got through, Slack’s answer was lost, and who got it %s', async (_, button, shown) => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    const channel = await declare(room);
    // The first is the escalation in the channel or the call: whichever is first is answered late, and then told again.
    room.workspace.fails('chat.postMessage', { kind: 'reset-after', times: 2 });
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();
    const call = lastCall(room, 'ben');
    await room.workspace.person('ben').clicks(button, call);
    await room.pass(MINUTE);

    expect(callsTo(room, 'ben')).toHaveLength(1);
    expect(call.visibleText()).toContain(shown);
  });

  it('is taken back where the incident ended before Slack’s answer was looked up', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    const channel = await declare(room);
    room.workspace.fails('chat.postMessage', { kind: 'reset-after', times: 2 });
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();
    await room.workspace.person('ana').types('/incident resolve', channel);
    await room.pass(MINUTE);

    expect(callsTo(room, 'ben')).toHaveLength(1);
    expect(lastCall(room, 'ben').buttons()).toEqual([]);
    expect(toldTo(room, 'ben').filter((text) => text.includes('nobody has to answer'))).toHaveLength(1);
  });
});

describe('asking for later', () => {
  it('calls once where the next round calls at that very instant', async () => {
    const room = await openRoomCalling([['@ben']]);
    await escalate(room);
    await room.pass(2 * MINUTE);
    const asked = await room.workspace.person('ben').clicks('Ask later', lastCall(room, 'ben'));
    await room.pass(3 * MINUTE);

    expect(asked.text).toContain('14:05');
    expect(callsTo(room, 'ben')).toHaveLength(2);
  });

  it('is kept where nobody else was left to call before', async () => {
    const room = await openRoomCalling([['@ben']], { rounds: 1 });
    await escalate(room);
    await room.pass(4 * MINUTE);
    await room.workspace.person('ben').clicks('Ask later', lastCall(room, 'ben'));
    await room.pass(MINUTE);
    expect(toldTo(room, 'ana').at(-1)).toContain('Nobody answered');
    await room.pass(2 * MINUTE);

    expect(callsTo(room, 'ben')).toHaveLength(2);
  });
});

describe('closing an incident', () => {
  it('ends the calls that were asked for after it was resolved', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident resolve', channel);
    await ana.types('/incident escalate look at the rest', channel);
    await room.settle();
    await closes(ana, channel);
    await room.pass(60 * MINUTE);

    expect(callsTo(room, 'mahari')).toEqual([]);
    expect(toldTo(room, 'ben').at(-1)).toContain('nobody has to answer');
    expect(transcript(channel)).not.toContain('nobody is left to call');
  });
});

describe('a step whose time was over while the bot was down', () => {
  it('is told as late where somebody was asked whether they are still on it', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']], { policy: { askAgainMinutes: { SEV3: 30 } } });
    const channel = await escalate(room);
    await room.workspace.person('ben').clicks('I’m on it', lastCall(room, 'ben'));
    await room.pass(30 * MINUTE);
    await room.bot.stop();
    room.clock.advance(20 * MINUTE);
    await room.restart();
    await room.settle();

    expect(transcript(channel)).toContain('ben did not say whether they are still on it (15 min late): called mahari');
    expect(callsTo(room, 'mahari')).toHaveLength(1);
  });
});
