import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { signRequest } from '../../src/sandbox/signature.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

/** The events of that kind in the draft of the only incident, in order: when, what, who. */
async function recorded(room: Room, channel: Channel, kind: string): Promise<readonly (readonly string[])[]> {
  const ana = room.workspace.person('ana');
  await room.settle();
  await ana.types('/incident resolve', channel);
  await closes(ana, channel);
  await room.settle();
  const page =
    channel
      .files()
      .findLast(({ name }) => name.endsWith('.html'))
      ?.content?.toString() ?? '';
  const item = new RegExp(
    `<time datetime="[^T]*T(\\d\\d:\\d\\d)[^"]*">[^<]*</time>\\s*<div class="what"><span class="kind">${kind}</span> ` +
      '<div class="text">([^<]*)</div>\\s*<span class="who">([^<]*)</span>',
    'gu',
  );
  return [...page.matchAll(item)].map(([, ...parts]) => parts);
}

async function tell(room: Room, event: Readonly<Record<string, unknown>>, id: string): Promise<void> {
  const envelope = { type: 'event_callback', team_id: room.workspace.teamId, event_id: id, event_time: 1, event };
  const body = JSON.stringify(envelope);
  const headers = { 'content-type': 'application/json', ...signRequest(room.workspace.signingSecret, body) };
  await fetch(`${room.bot.address}/slack/events`, { method: 'POST', headers, body });
}

/** A join that Slack tells of, so many seconds after the start of the day’s story. */
function joined(room: Room, name: string, channel: Channel, seconds: number) {
  return {
    type: 'member_joined_channel',
    user: room.workspace.person(name).id,
    channel: channel.id,
    channel_type: 'C',
    team: room.workspace.teamId,
    event_ts: `${Date.parse('2024-05-07T14:00:00Z') / 1_000 + seconds}.000100`,
  };
}

describe('whoever comes into the channel', () => {
  it('is put on the timeline when they came: who declared it, who came, who was called', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.pass(5 * MINUTE);
    room.workspace.person('ben').joins(channel);
    await room.pass(5 * MINUTE);
    await room.workspace.person('ana').types('/incident escalate @mahari', channel);

    expect(await recorded(room, channel, 'joined')).toEqual([
      ['14:00', 'Joined', 'ana · seen in the channel'],
      ['14:05', 'Joined', 'ben · seen in the channel'],
      ['14:10', 'Joined', 'mahari · seen in the channel'],
    ]);
    expect(channel.messages().filter((message) => message.visibleText().includes('joined'))).toEqual([]);
  });

  it('is told of once, though they leave and come back', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ben = room.workspace.person('ben');
    ben.joins(channel);
    await room.pass(5 * MINUTE);
    ben.leaves(channel);
    await room.pass(5 * MINUTE);
    ben.joins(channel);

    expect(await recorded(room, channel, 'joined')).toEqual([
      ['14:00', 'Joined', 'ana · seen in the channel'],
      ['14:00', 'Joined', 'ben · seen in the channel'],
    ]);
  });

  it('came when they first came, whatever the order in which Slack tells, and however often', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [first, later] = [joined(room, 'ben', channel, 120), joined(room, 'ben', channel, 600)];
    await tell(room, later, 'Ev1');
    await room.settle();
    await tell(room, first, 'Ev2');
    await tell(room, first, 'Ev3');
    await tell(room, later, 'Ev4');

    expect(await recorded(room, channel, 'joined')).toEqual([
      ['14:00', 'Joined', 'ana · seen in the channel'],
      ['14:02', 'Joined', 'ben · seen in the channel'],
    ]);
  });

  it('is looked up where they are new, and left out where they are a bot', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.addPerson({ name: 'zoe' });
    room.workspace.addPerson({ name: 'pager', isBot: true });
    room.workspace.fails('users.info', { kind: 'status', status: 503 });
    for (const name of ['zoe', 'pager', 'robot']) {
      room.workspace.person('ana').invites(name, channel);
    }
    await room.pass(10 * SECOND);

    expect(channel.members()).toEqual(expect.arrayContaining(['zoe', 'pager', 'robot', 'faultline']));
    expect((await recorded(room, channel, 'joined')).map(([, , name]) => name)).toEqual([
      'ana · seen in the channel',
      'zoe · seen in the channel',
    ]);
  });
});

describe('a channel that gets another name', () => {
  it('says so on the timeline and nowhere else, without naming anybody', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.pass(5 * MINUTE);
    const before = channel.messages().length;
    room.workspace.person('ana').renames(channel, 'inc-1-pool-is-empty');
    await room.settle();
    expect(channel.messages()).toHaveLength(before);

    expect(await recorded(room, channel, 'renamed')).toEqual([
      ['14:05', 'Channel renamed to #inc-1-pool-is-empty', 'somebody · seen in the channel'],
    ]);
  });

  it('says so where it is private too, once however often Slack tells', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    const channel = room.workspace.channel('inc-1-leak');
    room.workspace.repeatsDeliveries(2);
    ana.renames(channel, 'inc-1-key');

    expect(await recorded(room, channel, 'renamed')).toEqual([
      ['14:00', 'Channel renamed to #inc-1-key', 'somebody · seen in the channel'],
    ]);
  });

  it('is nothing to the bot where it belongs to no incident', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.person('ana').renames('general', 'everybody');
    expect(await recorded(room, channel, 'renamed')).toEqual([]);
  });
});
