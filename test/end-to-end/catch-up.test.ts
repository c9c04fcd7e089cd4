import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';
import { whileDown } from '../support/while-down.ts';

async function timelineOf(room: Room): Promise<string> {
  return (await room.workspace.person('ana').types('/incident timeline', 'inc-1-booking-is-down')).text;
}

async function declared() {
  const room = await openRoom();
  const channel = await declare(room);
  return { room, channel, ana: room.workspace.person('ana'), ben: room.workspace.person('ben') };
}

async function whileAway(room: Room, channel: Channel, happens: () => void): Promise<void> {
  const ana = room.workspace.person('ana');
  await room.settle();
  ana.removes('faultline', channel);
  happens();
  await room.pass(MINUTE);
  ana.invites('faultline', channel);
  await room.settle();
}

function calls(room: Room, ...methods: readonly string[]): number {
  return room.workspace.record.calls.filter(({ method }) => methods.includes(method)).length;
}

describe('what happened while the process was down', () => {
  it('is read when it starts: tags set, changed and taken back, in threads as well', async () => {
    const { room, channel, ana, ben } = await declared();
    ben.joins(channel);
    const [kept, dropped] = [ben.says('Pool is full', channel), ben.says('Said too early', channel)];
    ana.reactsWith('pushpin', kept);
    ana.reactsWith('pushpin', dropped);

    await whileDown(room, () => {
      ana.takesBack('pushpin', dropped);
      ben.reactsWith('bulb', kept);
      ben.reactsWith('fish::skin-tone-4', ana.says('It is the patch', channel));
      ana.reactsWith('pushpin', ben.says('Replied in a thread', channel, { thread: kept }));
    });

    const timeline = await timelineOf(room);
    expect(timeline).toMatch(/💡.*Pool is full — ben/u);
    expect(timeline).toContain('~Said too early~ _retracted_');
    expect(timeline).toMatch(/🐟.*It is the patch — ana/u);
    expect(timeline).toMatch(/📌.*Replied in a thread — ben/u);
    expect(kept.reactions.map(({ name }) => name)).toEqual(['pushpin', 'memo', 'bulb']);
    expect(dropped.reactions).toEqual([]);
  });

  it('includes edits and deletions of what is on the timeline', async () => {
    const { room, channel, ana, ben } = await declared();
    ben.joins(channel);
    const root = ben.says('root', channel);
    const [edited, deleted, reply] = [
      ben.says('Pool is full', channel),
      ben.says('The cache is cold', channel),
      ben.says('Patch is out', channel, { thread: root }),
    ];
    for (const message of [root, edited, deleted, reply]) {
      ana.reactsWith('pushpin', message);
    }

    await whileDown(room, () => {
      ben.edits(edited, 'Pool is empty');
      ben.deletes(deleted);
      ben.deletes(reply);
      ben.deletes(root);
    });

    const timeline = await timelineOf(room);
    expect(timeline).toContain('Pool is empty');
    expect(timeline).not.toContain('Pool is full');
    for (const words of ['The cache is cold', 'Patch is out', 'root']) {
      expect(timeline).toContain(`${words} — ben _(message deleted)_`);
    }
  });

  it('costs a call a page and none for a message that is as it was', async () => {
    const { room, channel, ana } = await declared();
    for (let number = 1; number <= 410; number++) {
      const message = ana.says(`message ${number}`, channel);
      if (number % 50 === 0) {
        ana.reactsWith('pushpin', message);
      }
    }
    await room.settle();
    const before = { history: calls(room, 'conversations.history'), replies: calls(room, 'conversations.replies') };
    const untagged = channel.message('message 117');

    await whileDown(room, () => ana.reactsWith('pushpin', untagged));

    expect(calls(room, 'conversations.history') - before.history).toBe(3);
    expect(calls(room, 'conversations.replies') - before.replies).toBe(1);
    expect(await timelineOf(room)).toContain('message 117 — ana');
  });

  it('is read though Slack limits the rate and fails, one page again for each', async () => {
    const { room, channel, ana } = await declared();
    const first = ana.says('The first word', channel);
    for (let number = 1; number <= 250; number++) {
      ana.says(`message ${number}`, channel);
    }
    await room.settle();
    const before = calls(room, 'conversations.history');
    room.workspace.fails('conversations.history', { kind: 'rate-limited', retryAfterSeconds: 30 });
    await whileDown(room, () => ana.reactsWith('pushpin', first));
    expect(await timelineOf(room)).not.toContain('The first word');

    room.workspace.fails('conversations.history', { kind: 'status', status: 503 });
    await room.pass(31 * SECOND);
    await room.pass(HOUR);

    expect(await timelineOf(room)).toContain('The first word');
    expect(calls(room, 'conversations.history') - before).toBe(4);
  });

  it('does not pile up when the process starts over and over while Slack does not answer', async () => {
    const { room, channel, ana } = await declared();
    const message = ana.says('Pool is full', channel);
    await whileDown(room, () => ana.reactsWith('pushpin', message));
    room.workspace.fails('conversations.history', { kind: 'rate-limited', retryAfterSeconds: 600, times: 1 });
    for (let start = 0; start < 6; start++) {
      await room.restart();
      await room.settle();
    }
    const before = calls(room, 'conversations.history');

    await room.pass(11 * MINUTE);

    expect(calls(room, 'conversations.history') - before).toBe(2);
  });

  it('is not read of a closed incident, neither at a start nor when the bot comes back', async () => {
    const { room, channel, ana } = await declared();
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    await room.settle();
    const before = calls(room, 'conversations.history');
    await room.restart();
    await whileAway(room, channel, () => undefined);

    expect(calls(room, 'conversations.history')).toBe(before);
  });
});

describe('what happened while the bot was not in the channel', () => {
  it('is read when somebody invites it back', async () => {
    const { room, channel, ana } = await declared();

    await whileAway(room, channel, () => {
      ana.reactsWith('pushpin', ana.says('Said behind its back', channel));
    });

    expect(await timelineOf(room)).toContain('Said behind its back');
  });

  it('is left as it was heard a moment ago, and looked at once more when Slack’s history must have it', async () => {
    const { room, channel, ana } = await declared();
    const message = ana.says('Said too early', channel);
    ana.reactsWith('pushpin', message);
    await room.settle();
    ana.removes('faultline', channel);
    ana.takesBack('pushpin', message);
    ana.invites('faultline', channel);
    await room.settle();
    expect(await timelineOf(room)).not.toContain('retracted');

    await room.pass(3 * MINUTE);
    expect(await timelineOf(room)).toContain('~Said too early~ _retracted_');
    const before = calls(room, 'conversations.history');
    await room.pass(HOUR);
    expect(calls(room, 'conversations.history')).toBe(before);
  });

  it('can be tagged afterwards too, also in a thread', async () => {
    const { room, channel, ana } = await declared();
    let message = ana.says('root', channel);
    let reply = message;
    await whileAway(room, channel, () => {
      message = ana.says('Before it came back', channel);
      reply = ana.says('A reply before it came back', channel, { thread: message });
    });
    expect(await timelineOf(room)).not.toContain('before it came back');

    ana.reactsWith('pushpin', message);
    ana.reactsWith('bulb', reply);
    await room.settle();

    const timeline = await timelineOf(room);
    expect(timeline).toContain('Before it came back');
    expect(timeline).toMatch(/💡.*A reply before it came back/u);
  });

  it('is left alone by a start while it is away, which tells nobody of a failure', async () => {
    const { room, channel, ana } = await declared();
    ana.reactsWith('pushpin', ana.says('Pool is full', channel));
    await room.settle();
    ana.removes('faultline', channel);
    const told = ana.directMessages().length;
    await room.restart();
    await room.pass(HOUR);

    expect(ana.directMessages()).toHaveLength(told);
    const timeline = await timelineOf(room);
    expect(timeline).toContain('Pool is full — ana');
    expect(timeline).not.toContain('deleted');
  });

  it('is not read again because the bot opened the channel itself', async () => {
    const { room } = await declared();

    expect(calls(room, 'conversations.history')).toBe(0);
  });
});

describe('a message with more reactions than Slack shows at once', () => {
  it('keeps everybody who tagged it', async () => {
    const { room, channel, ana } = await declared();
    const message = ana.says('Pool is full', channel);
    const crowd = Array.from({ length: 55 }, (_, number) => room.workspace.addPerson({ name: `person${number}` }));
    for (const person of crowd) {
      person.joins(channel);
      person.reactsWith('pushpin', message);
    }
    ana.reactsWith('bulb', message);
    await room.settle();
    ana.takesBack('bulb', message);
    await room.settle();
    const last = crowd.at(-1);

    await whileDown(room, () => {
      for (const person of crowd) {
        if (person !== last) {
          person.takesBack('pushpin', message);
          person.reactsWith('pushpin', message);
        }
      }
    });

    expect(calls(room, 'reactions.get')).toBe(1);
    expect(await timelineOf(room)).not.toContain('retracted');
    const timeline = await timelineOf(room);
    expect(crowd.filter(({ name }) => !timeline.includes(name))).toEqual([]);
  });
});
