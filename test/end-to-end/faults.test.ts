import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import type { Failure } from '../../src/sandbox/failures.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { closes, sendsSteps } from '../support/closes.ts';
import { declare, transcript } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

const FAILURES: readonly (readonly [string, Failure])[] = [
  ['the connection breaks before the call', { kind: 'reset-before' }],
  ['the connection breaks after the call', { kind: 'reset-after' }],
  ['Slack answers 500', { kind: 'status', status: 500 }],
  ['Slack asks to wait', { kind: 'rate-limited', retryAfterSeconds: 30 }],
];

/** Moves the clock until what was put off is done. */
/** In less time than the step of an escalation lasts. */
async function recover(room: Room): Promise<void> {
  for (let step = 0; step < 9; step++) {
    await room.pass(30 * SECOND);
  }
}

/** Somebody who came to the workspace after the bot had read who is there. */
function aStranger(room: Room): Person {
  const zoe = room.workspace.addPerson({ name: 'zoe' });
  zoe.joins('general');
  return zoe;
}

function count(channel: Channel, words: string): number {
  return channel.messages().filter((message) => message.visibleText().includes(words)).length;
}

describe.each(FAILURES)('when %s', (_, failure) => {
  it.each([
    'conversations.create',
    'conversations.invite',
    'response_url',
    'chat.postMessage',
    'pins.add',
    'conversations.setTopic',
    'conversations.list',
    'conversations.join',
    'users.info',
  ])('in %s, an incident opens all the same, and once', async (method) => {
    const room = await openRoom();
    const zoe = aStranger(room);
    room.workspace.fails(method, failure);
    const answer = await zoe.types('/incident start Booking is down', 'general');
    await recover(room);

    const opened = room.workspace.channels().filter(({ name }) => name.startsWith('inc-'));
    expect(opened.map(({ name }) => name)).toEqual(['inc-1-booking-is-down']);
    const [channel] = opened;
    expect(channel?.members()).toContain('zoe');
    expect(channel?.topic).toContain('Booking is down');
    expect(channel?.pins()).toHaveLength(1);
    expect(channel?.messages()).toHaveLength(1);
    expect(room.workspace.channel('incidents').messages()).toHaveLength(1);
    expect(answer.text.split('go to #inc-1-booking-is-down').length - 1).toBeGreaterThanOrEqual(1);
  });

  it.each([
    'chat.postMessage',
    'files.getUploadURLExternal',
    'upload',
    'files.completeUploadExternal',
    'conversations.open',
  ])('in %s, an incident closes all the same: one draft, and each owner told once', async (method) => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident action @ben Size the pool', channel);
    await ana.types('/incident resolve', channel);
    await room.settle();
    const { modal } = await ana.types('/incident close', channel);
    room.workspace.fails(method, failure);
    await sendsSteps(ana, modal, { summary: 'All is well' });
    await recover(room);

    expect(channel.files().map(({ name }) => name)).toEqual([
      'inc-1-postmortem.md',
      'inc-1-postmortem.html',
      'inc-1-postmortem.json',
    ]);
    expect(count(channel, 'Postmortem draft')).toBe(1);
    expect(room.workspace.person('ben').directMessages()).toHaveLength(1);
  });

  it.each(['conversations.replies', 'reactions.add', 'users.info'])(
    'in %s, a tagged message comes onto the timeline once',
    async (method) => {
      const room = await openRoom();
      const channel = await declare(room);
      const [ana, zoe] = [room.workspace.person('ana'), aStranger(room)];
      zoe.joins(channel);
      await room.settle();
      room.workspace.fails(method, failure);
      const message = zoe.says('Rolled back', channel);
      ana.reactsWith('pushpin', message);
      await recover(room);

      expect(message.reactions.map(({ name }) => name)).toEqual(['pushpin', 'memo']);
      const timeline = await ana.types('/incident timeline', channel);
      expect(timeline.text.split('Rolled back')).toHaveLength(2);
    },
  );

  it.each(['conversations.invite', 'chat.postMessage', 'conversations.open', 'usergroups.users.list'])(
    'in %s, everyone who is called is called once',
    async (method) => {
      const room = await openRoom();
      const channel = await declare(room);
      const ana = room.workspace.person('ana');
      room.workspace.fails(method, failure);
      await ana.types('/incident escalate @dba hurry', channel);
      await recover(room);

      expect(count(channel, 'is called by')).toBe(1);
      for (const name of ['ben', 'mahari']) {
        expect(room.workspace.person(name).directMessages()).toHaveLength(1);
        expect(channel.members()).toContain(name);
      }
    },
  );
});

describe('a draft that is written on while the one before is posted', () => {
  it('is posted too, however often Slack refuses', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident resolve', channel);
    await closes(ana, channel, { summary: 'ONE' });
    await room.settle();
    for (const summary of ['TWO', 'THREE']) {
      const { modal } = await ana.clicks('Edit postmortem', channel.message('Postmortem draft'));
      await sendsSteps(ana, modal, { summary });
      room.workspace.fails('files.completeUploadExternal', { kind: 'reset-after' });
      await ana.clicks('Post the files again', channel.message('Postmortem draft'));
    }
    await recover(room);

    const drafts = channel.files().filter(({ name }) => name.endsWith('.md'));
    expect(drafts.map(({ content }) => /ONE|TWO|THREE/u.exec(content?.toString() ?? '')?.[0]).at(-1)).toBe('THREE');
    expect(new Set(drafts.map(({ title }) => title)).size).toBe(drafts.length);
  });
});

describe('a restart', () => {
  it('loses no work that was waiting, and does none twice', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    room.workspace.fails('chat.postMessage', { kind: 'status', status: 503, times: 1 });
    await ana.types('/incident log restarted the database', channel);
    await room.settle();
    expect(count(channel, 'restarted the database')).toBe(0);

    await room.restart();
    await room.pass(MINUTE);
    expect(count(channel, 'restarted the database')).toBe(1);
  });

  it('finds what a crash left half done: the message is there, so it is not sent again', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.fails('chat.postMessage', { kind: 'reset-after' });
    await room.workspace.person('ana').types('/incident log restarted the database', channel);
    await room.settle();
    await room.restart();
    await room.pass(5 * MINUTE);

    expect(count(channel, 'restarted the database')).toBe(1);
  });

  it('takes what Slack could not deliver meanwhile', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await room.bot.stop();
    const message = ana.says('Rolled back', channel);
    ana.reactsWith('pushpin', message);
    await room.workspace.settled();
    expect((await ana.types('/incident log lost?', channel)).failed).toBe('connection_failed');

    // So that nothing but Slack's repeated deliveries tells of it.
    room.workspace.fails('conversations.history', { kind: 'error', error: 'not_in_channel' });
    await room.restart();
    await recover(room);

    expect(message.reactions.map(({ name }) => name)).toEqual(['pushpin', 'memo']);
  });
});

describe('a command that waits for people to be looked up', () => {
  it.each([
    ['may not be looked up', { kind: 'error', error: 'missing_scope', times: 99 }],
    ['cannot be looked up for long', { kind: 'status', status: 500, times: 99 }],
  ] as const)('is run without them when they %s', async (_, failure) => {
    const room = await openRoom();
    const zoe = aStranger(room);
    room.workspace.fails('users.info', failure);
    const answer = await zoe.types('/incident start Booking is down', 'general');
    await recover(room);

    expect(answer.text).toContain('go to #inc-1-booking-is-down');
  });
});

describe('what can never work', () => {
  it('is told to whoever declared, with what to do', async () => {
    const room = await openRoom({ policy: { announcementChannel: 'nowhere' } });
    const channel = await declare(room);
    await room.settle();

    const told = room.workspace
      .person('ana')
      .directMessages()
      .map((message) => message.visibleText());
    expect(told.join('\n')).toContain('INC-1: it could not be announced. Slack says `channel_not_found`');
    expect(channel.pins()).toHaveLength(1);
  });

  it('keeps the card true where it may not be pinned', async () => {
    const room = await openRoom();
    room.workspace.fails('pins.add', { kind: 'error', error: 'restricted_action' });
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident resolve', channel);
    await room.settle();

    expect(channel.message('INC-1 · Booking is down').visibleText()).toContain('✅ resolved');
    expect(channel.pins()).toEqual([]);
  });

  it('tells the other owners though one group is gone, and whoever leads of that', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    room.workspace.fails('usergroups.users.list', { kind: 'error', error: 'no_such_subteam', times: 99 });
    await ana.types('/incident action @dba Watch the pool', channel);
    await ana.types('/incident action @ben Size the pool', channel);
    await room.settle();

    expect(room.workspace.person('ben').directMessages().at(-1)?.visibleText()).toContain('Size the pool');
    expect(ana.directMessages().map((message) => message.visibleText())).toEqual([
      expect.stringContaining('I can reach nobody as @dba'),
    ]);
  });

  it('does not hold up what comes after it', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    room.workspace.fails('chat.postMessage', { kind: 'error', error: 'msg_too_long' });
    await ana.types('/incident log first', channel);
    await ana.types('/incident log second', channel);
    await room.settle();

    expect(count(channel, 'second')).toBe(1);
    expect((await ana.types('/incident timeline', channel)).text).toContain('first');
  });
});

describe('a slow Slack', () => {
  it('delays no answer: it is acknowledged before anything is asked of Slack', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.fails('chat.postMessage', { kind: 'slow', milliseconds: 30 * SECOND });
    const before = room.workspace.record.calls.length;
    const answer = await room.workspace.person('ana').types('/incident log restarted', channel);

    expect(answer.failed).toBeUndefined();
    expect(answer.text).toContain('On the timeline at');
    const isHeld = () => room.workspace.record.calls.slice(before).some(({ method }) => method === 'chat.postMessage');
    while (!isHeld()) {
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    room.clock.advance(MINUTE);
    await room.settle();
    expect(count(channel, 'restarted')).toBe(1);
  });

  it('is paced: with Slack’s limits on, everything arrives in order', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await room.pass(5 * SECOND);
    room.workspace.limitsRates(true);
    for (const number of [1, 2, 3, 4, 5]) {
      await ana.types(`/incident log step ${number}`, channel);
    }
    for (let second = 0; second < 20; second++) {
      await room.pass(SECOND);
    }

    expect(transcript(channel).match(/step \d/gu)).toEqual(['step 1', 'step 2', 'step 3', 'step 4', 'step 5']);
  });
});
