import { describe, expect, it } from 'vitest';
import { SECOND } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { signRequest } from '../../src/sandbox/signature.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';
import {
  appMessage,
  botMessage,
  deletion,
  edit,
  fileShare,
  meMessage,
  messageReplied,
  note,
  type Payload,
  plainMessage,
  reactionAdded,
  type Scene,
  threadBroadcast,
  tombstone,
  tombstoneDeletion,
  unfurl,
} from '../support/payload-shapes.ts';

interface Stage {
  readonly room: Room;
  readonly channel: Channel;
  /** Ben said “Pool is full” and Ana put it on the timeline. */
  readonly tagged: Message;
  /** An event that is about that message, or about one of its own. */
  readonly about: Scene;
  readonly anew: Scene;
}

async function setUp(): Promise<Stage> {
  const room = await openRoom({ policy: { transcript: { isKept: true, retentionDays: 90 } } });
  const channel = await declare(room);
  const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
  ben.joins(channel);
  const tagged = ben.says('Pool is full', channel);
  ana.reactsWith('pushpin', tagged);
  await room.pass(10 * SECOND);
  const eventTs = '1715090410.002300';
  const scene = { channel: channel.id, team: room.workspace.teamId, ana: ana.id, ben: ben.id, eventTs };
  return { room, channel, tagged, about: { ...scene, ts: tagged.ts }, anew: { ...scene, ts: eventTs } };
}

let delivered = 0;

/** Sends it as Slack does: in its envelope, signed. */
async function deliver({ room }: Pick<Stage, 'room'>, event: Payload): Promise<void> {
  delivered += 1;
  const body = JSON.stringify({
    token: 'XXYYZZ',
    team_id: room.workspace.teamId,
    context_team_id: room.workspace.teamId,
    context_enterprise_id: null,
    api_app_id: 'A0FAULTLINE',
    event,
    type: 'event_callback',
    event_id: `Ev06SHAPE${delivered}`,
    event_time: 1_715_090_410,
    authorizations: [
      {
        enterprise_id: null,
        team_id: room.workspace.teamId,
        user_id: room.workspace.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: '4-eyJldCI6Im1lc3NhZ2UifQ',
  });
  const headers = { 'content-type': 'application/json', ...signRequest(room.workspace.signingSecret, body) };
  const response = await fetch(`${room.bot.address}/slack/events`, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
  await room.settle();
}

/** The events that people made, without the links and buttons beside them. */
async function timelineOf({ room, channel }: Stage): Promise<readonly string[]> {
  const { text } = await room.workspace.person('ana').types('/incident timeline', channel);
  const lines = text.split('\n').filter((line) => line.includes(' UTC ') && !/\*declared\*|^🤖/u.test(line));
  return lines.map((line) => line.replace(/^\S+ \S+ \S+ UTC /u, '').replace(/ · message$/u, ''));
}

async function transcriptOf({ room, channel }: Stage): Promise<readonly string[]> {
  const ana = room.workspace.person('ana');
  await ana.types('/incident resolve', channel);
  await closes(ana, channel);
  await room.settle();
  const draft =
    channel
      .files()
      .find(({ name }) => name.endsWith('.md'))
      ?.content?.toString() ?? '';
  const [, appendix = ''] = draft.split('## Transcript\n\n');
  return appendix.split('\n').filter((line) => line.includes('**'));
}

const BEFORE = '- 14:00 UTC **ben:** Pool is full';

describe('a message as Slack sends it', () => {
  it.each<readonly [string, (stage: Stage) => Payload, string]>([
    ['message', ({ anew }) => plainMessage(anew, 'It is back'), '- 14:00 UTC **ben:** It is back'],
    ['me_message', ({ anew }) => meMessage(anew, 'is looking'), '- 14:00 UTC **ben:** is looking'],
    [
      'bot_message',
      ({ anew }) => botMessage(anew, 'Error rate is 7%'),
      '- 14:00 UTC **Alertmanager:** \\[FIRING:1\\] HighErrorRate\\',
    ],
    ['message of an app', ({ anew }) => appMessage(anew, 'Deployed 42'), '- 14:00 UTC **Deployer:** Deployed 42'],
    ['file_share', ({ anew }) => fileShare(anew, 'Look'), '- 14:00 UTC **ben:** Look\\'],
    [
      'thread_broadcast',
      ({ anew, tagged }) => threadBroadcast(anew, 'In both', tagged),
      '  - 14:00 UTC **ben:** In both',
    ],
  ])('%s is in the transcript and not on the timeline', async (_, event, line) => {
    const stage = await setUp();
    await deliver(stage, event(stage));

    expect(await timelineOf(stage)).toEqual(['Pool is full — ben']);
    expect(await transcriptOf(stage)).toEqual([BEFORE, line]);
  });

  it.each<readonly [string, (stage: Stage) => Payload]>([
    ['channel_join', ({ anew }) => note(anew, 'channel_join', { inviter: anew.ana })],
    ['channel_leave', ({ anew }) => note(anew, 'channel_leave')],
    ['channel_topic', ({ anew }) => note(anew, 'channel_topic', { topic: 'all is well' })],
    ['pinned_item', ({ anew }) => note(anew, 'pinned_item', { item_type: 'C', attachments: [{ fallback: 'x' }] })],
    ['huddle_thread', ({ anew }) => note(anew, 'huddle_thread', { room: { id: 'R1' }, no_notifications: true })],
    ['a subtype to come', ({ anew }) => note(anew, 'something_new', { hidden: true })],
    ['message_replied', ({ about }) => messageReplied(about, 'message_replied')],
    ['message_replied without its subtype', ({ about }) => messageReplied(about, undefined)],
    ['an unfurl', ({ about }) => unfurl(about, 'Pool is full')],
    ['a reaction on a file', ({ anew }) => reactionAdded(anew, { type: 'file', file: 'F06Q2H1ABCD' })],
    [
      'a reaction on a comment of a file',
      ({ anew }) => reactionAdded(anew, { type: 'file_comment', file: 'F06Q2H1ABCD', file_comment: 'Fc06Q2H1' }),
    ],
    [
      'our own card, brought up to date',
      ({ room, about }) => ({ ...edit(about, 'before', 'after'), message: own(room, about) }),
    ],
    ['our own message, deleted', ({ room, anew }) => ({ ...deletion(anew, 'x'), previous_message: own(room, anew) })],
    ['our own message', ({ room, anew }) => ({ ...own(room, anew), channel: anew.channel, event_ts: anew.eventTs })],
  ])('%s changes neither', async (_, event) => {
    const stage = await setUp();
    const before = stage.room.workspace.record.calls.length;
    await deliver(stage, event(stage));
    const calls = stage.room.workspace.record.calls.slice(before).map(({ method }) => method);

    expect(calls.filter((method) => method !== 'conversations.replies')).toEqual([]);
    expect(await timelineOf(stage)).toEqual(['Pool is full — ben']);
    expect(await transcriptOf(stage)).toEqual([BEFORE]);
  });

  it('a reaction on a message puts it on the timeline', async () => {
    const stage = await setUp();
    const said = stage.room.workspace.person('ben').says('Patch is out', stage.channel);
    await deliver(stage, reactionAdded(stage.anew, { type: 'message', channel: stage.channel.id, ts: said.ts }));

    expect(await timelineOf(stage)).toEqual(['Pool is full — ben', 'Patch is out — ben']);
  });
});

function own(room: Room, { ts }: Scene): Payload {
  return {
    type: 'message',
    ts,
    user: room.workspace.botUserId,
    bot_id: 'B0FAULTLINE',
    app_id: 'A0FAULTLINE',
    text: 'INC-1 is resolved',
  };
}

describe('what becomes of a message, as Slack sends it', () => {
  it('message_changed: both follow the edit', async () => {
    const stage = await setUp();
    stage.tagged.record.text = 'Pool is empty';
    await deliver(stage, edit(stage.about, 'Pool is full', 'Pool is empty'));

    expect(await timelineOf(stage)).toEqual(['Pool is empty — ben _(message edited since)_']);
    expect(await transcriptOf(stage)).toEqual(['- 14:00 UTC **ben:** Pool is empty _(edited)_']);
  });

  it('message_changed that comes late changes nothing any more', async () => {
    const stage = await setUp();
    await deliver(stage, edit({ ...stage.about, eventTs: '1715090412.000100' }, 'Pool is empty', 'Pool is back'));
    await deliver(stage, edit(stage.about, 'Pool is full', 'Pool is empty'));

    expect(await transcriptOf(stage)).toEqual(['- 14:00 UTC **ben:** Pool is back _(edited)_']);
  });

  it('message_deleted: the timeline keeps the words and says so, the transcript drops them', async () => {
    const stage = await setUp();
    stage.tagged.record.isDeleted = true;
    await deliver(stage, deletion(stage.about, 'Pool is full'));

    expect(await timelineOf(stage)).toEqual(['Pool is full — ben _(message deleted)_']);
    expect(await transcriptOf(stage)).toEqual(['- 14:00 UTC **ben:** _(message deleted)_']);
  });

  it('message_deleted before its message: the words never come back', async () => {
    const stage = await setUp();
    await deliver(stage, deletion(stage.anew, 'password: hunter2'));
    await deliver(stage, plainMessage(stage.anew, 'password: hunter2'));

    expect(await transcriptOf(stage)).toEqual([BEFORE, '- 14:00 UTC **ben:** _(message deleted)_']);
  });

  it('a tombstone: the same, and its thread stays below it', async () => {
    const stage = await setUp();
    const ben = stage.room.workspace.person('ben');
    const reply = ben.says('really?', stage.channel, { thread: stage.tagged });
    await stage.room.settle();
    stage.tagged.record.subtype = 'tombstone';
    await deliver(stage, tombstone(stage.about, 'Pool is full'));

    expect(await timelineOf(stage)).toEqual(['Pool is full — ben _(message deleted)_']);
    stage.tagged.record.isDeleted = true;
    reply.record.isDeleted = true;
    const thread = { thread_ts: stage.tagged.ts, parent_user_id: stage.about.ben };
    await deliver(stage, deletion({ ...stage.about, ts: reply.ts }, 'really?', thread));
    await deliver(stage, tombstoneDeletion(stage.about));
    expect(await timelineOf(stage)).toEqual(['Pool is full — ben _(message deleted)_']);
    expect(await transcriptOf(stage)).toEqual([
      '- 14:00 UTC **ben:** _(message deleted)_',
      '  - 14:00 UTC **ben:** _(message deleted)_',
    ]);
  });
});
