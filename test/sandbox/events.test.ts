import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/sandbox/workspace.ts';
import { startEndpoint } from './endpoint.ts';
import { manifestSubscribedTo } from './manifest-with.ts';
import { openWorkspace } from './open-workspace.ts';
import { startBot } from './tiny-bot.ts';

/** The types of the events that the bot was told of. */
function toldOf(workspace: Workspace): readonly string[] {
  return workspace.record.deliveries.map(({ payload }) => (payload.event as { readonly type: string }).type);
}

describe('an event', () => {
  it('reaches a Bolt app, signed as Slack signs', async () => {
    const { workspace } = await openWorkspace();
    const heard: unknown[] = [];
    await startBot(workspace, (app) =>
      app.event('reaction_added', async ({ event, body }) => {
        heard.push({ ...event, from: body.event_id });
      }),
    );
    const ana = workspace.person('ana');
    const message = ana.says('It is down', 'ops');
    ana.reactsWith('pushpin', message);
    await workspace.settled();

    expect(heard).toEqual([
      {
        type: 'reaction_added',
        user: ana.id,
        reaction: 'pushpin',
        item: { type: 'message', channel: workspace.channel('ops').id, ts: message.ts },
        item_user: ana.id,
        event_ts: expect.any(String),
        from: expect.stringMatching(/^Ev/u),
      },
    ]);
    expect(workspace.record.deliveries).toMatchObject([{ kind: 'event', attempt: 1, status: 200 }]);
  });

  it('bears the signature of its very body', async () => {
    const { workspace } = await openWorkspace();
    const received = await startEndpoint(workspace, () => ({ status: 200 }));
    workspace.person('ana').opensHome();
    await workspace.settled();

    const { headers, body } = received[0] ?? { headers: {}, body: '' };
    const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
    const digest = createHmac('sha256', workspace.signingSecret).update(base).digest('hex');
    expect(headers['x-slack-signature']).toBe(`v0=${digest}`);
  });

  it('comes in the envelope that Slack puts around it', async () => {
    const { workspace } = await openWorkspace();
    await startEndpoint(workspace, () => ({ status: 200 }));
    workspace.person('ana').opensHome();
    await workspace.settled();

    expect(workspace.record.deliveries[0]?.payload).toEqual({
      token: expect.any(String),
      team_id: workspace.teamId,
      api_app_id: expect.stringMatching(/^A/u),
      type: 'event_callback',
      event_id: expect.stringMatching(/^Ev/u),
      event_time: 1_715_090_400,
      event_context: expect.any(String),
      authorizations: [
        {
          enterprise_id: null,
          team_id: workspace.teamId,
          user_id: workspace.botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event: {
        type: 'app_home_opened',
        user: workspace.person('ana').id,
        channel: expect.stringMatching(/^D/u),
        tab: 'home',
        event_ts: expect.any(String),
      },
    });
  });

  it('does not come where the manifest does not subscribe to it', async () => {
    const { workspace } = await openWorkspace(manifestSubscribedTo('app_home_opened'));
    await startEndpoint(workspace, () => ({ status: 200 }));
    const ana = workspace.person('ana');
    ana.reactsWith('pushpin', ana.says(`<@${workspace.botUserId}> hello`, 'ops'));
    await workspace.settled();

    expect(toldOf(workspace)).toEqual([]);
  });
});

describe('what happens in a channel', () => {
  it.each([
    ['a mention', 'app_mention'],
    ['a reaction', 'reaction_added'],
  ])('that the bot is in tells it of %s', async (_, type) => {
    const { workspace } = await openWorkspace();
    await startEndpoint(workspace, () => ({ status: 200 }));
    act(workspace, type, 'ops');
    await workspace.settled();

    expect(toldOf(workspace)).toEqual([type]);
  });

  it.each([
    ['public', 'app_mention', 'general'],
    ['public', 'reaction_added', 'general'],
    ['private', 'app_mention', 'secret'],
    ['private', 'reaction_added', 'secret'],
  ])('that the bot is not in, a %s one, tells it of no %s', async (_, type, channel) => {
    const { workspace } = await openWorkspace();
    await startEndpoint(workspace, () => ({ status: 200 }));
    act(workspace, type, channel);
    await workspace.settled();

    expect(workspace.record.deliveries).toEqual([]);
  });

  it('tells the bot who comes and goes', async () => {
    const { workspace } = await openWorkspace();
    await startEndpoint(workspace, () => ({ status: 200 }));
    workspace.addPerson({ name: 'eve' }).joins('ops');
    workspace.person('ben').leaves('ops');
    workspace.person('ana').invites('ben', 'war-room');
    await workspace.settled();

    const [eve, ben] = [workspace.person('eve').id, workspace.person('ben').id];
    expect(workspace.record.deliveries.map(({ payload }) => payload.event)).toMatchObject([
      { type: 'member_joined_channel', user: eve, channel: workspace.channel('ops').id, channel_type: 'C' },
      { type: 'member_left_channel', user: ben, channel: workspace.channel('ops').id, channel_type: 'C' },
      {
        type: 'member_joined_channel',
        user: ben,
        channel: workspace.channel('war-room').id,
        channel_type: 'G',
        inviter: workspace.person('ana').id,
      },
    ]);
  });

  it('tells the bot once it has joined, and no more once it has left', async () => {
    const { workspace, web } = await openWorkspace();
    await startEndpoint(workspace, () => ({ status: 200 }));
    await web.conversations.join({ channel: workspace.channel('general').id });
    workspace.person('ana').leaves('general');
    await workspace.settled();
    expect(toldOf(workspace)).toEqual(['member_joined_channel', 'member_left_channel']);

    workspace.person('faultline').leaves('general');
    workspace.person('ben').leaves('general');
    await workspace.settled();
    expect(toldOf(workspace)).toHaveLength(2);
  });

  function act(workspace: Workspace, type: string, channel: string): void {
    const ana = workspace.person('ana');
    const message = ana.says(type === 'app_mention' ? '@faultline help' : 'It is down', channel);
    if (type === 'reaction_added') {
      ana.reactsWith('pushpin', message);
    }
  }
});

it('a mention in direct messages is no app_mention', async () => {
  const { workspace, web } = await openWorkspace();
  await startEndpoint(workspace, () => ({ status: 200 }));
  const { channel } = await web.conversations.open({ users: workspace.person('ana').id });
  workspace.person('ana').says('@faultline help', channel?.id ?? '');
  await workspace.settled();

  expect(workspace.record.deliveries).toEqual([]);
});

it('a pin tells how many there are, without those of deleted messages', async () => {
  const { workspace, web } = await openWorkspace(manifestSubscribedTo('pin_added'));
  await startEndpoint(workspace, () => ({ status: 200 }));
  const ana = workspace.person('ana');
  const messages = ['one', 'two', 'three'].map((text) => ana.says(text, 'ops'));
  for (const message of messages) {
    await web.pins.add({ channel: message.channelId, timestamp: message.ts });
    if (message === messages[1]) {
      ana.deletes(message);
    }
  }
  await workspace.settled();

  const counts = workspace.record.deliveries.map(({ payload }) => (payload.event as { pin_count: number }).pin_count);
  expect(counts).toEqual([1, 2, 2]);
});

it('a changed profile reaches the bot, a deactivation among them', async () => {
  const { workspace } = await openWorkspace();
  await startEndpoint(workspace, () => ({ status: 200 }));
  workspace.changePerson('ana', { timeZone: 'Africa/Nairobi' });
  workspace.changePerson('ben', { isDeactivated: true });
  await workspace.settled();

  expect(workspace.record.deliveries.map(({ payload }) => payload.event)).toMatchObject([
    { type: 'user_change', user: { name: 'ana', tz: 'Africa/Nairobi', locale: 'en-US', deleted: false } },
    { type: 'user_change', user: { name: 'ben', deleted: true } },
  ]);
  expect(() => workspace.person('ben').says('I am still here', 'ops')).toThrow('ben is deactivated');
});

it('a group that is made, renamed or disabled is told of, and a disabled one is listed no more', async () => {
  const { workspace, web } = await openWorkspace(manifestSubscribedTo('subteam_created', 'subteam_updated'));
  await startEndpoint(workspace, () => ({ status: 200 }));
  workspace.addGroup({ handle: 'sre', members: ['ana'] });
  workspace.editGroup('sre', { handle: 'reliability' });
  workspace.editGroup('reliability', { isDisabled: true });
  await workspace.settled();

  expect(workspace.record.deliveries.map(({ payload }) => payload.event)).toMatchObject([
    { type: 'subteam_created', subteam: { handle: 'sre', date_delete: 0, users: [workspace.person('ana').id] } },
    { type: 'subteam_updated', subteam: { handle: 'reliability', date_delete: 0 } },
    { type: 'subteam_updated', subteam: { handle: 'reliability', date_delete: expect.any(Number) } },
  ]);
  const { usergroups } = await web.usergroups.list();
  expect(usergroups?.map(({ handle }) => handle)).not.toContain('reliability');
});

it('messages, edits, deletions, pins and archiving are told to whom subscribes to them', async () => {
  const file = manifestSubscribedTo('message.channels', 'pin_added', 'reaction_removed', 'channel_archive');
  const { workspace, web } = await openWorkspace(file);
  await startEndpoint(workspace, () => ({ status: 200 }));
  const ana = workspace.person('ana');
  const message = ana.says('It is dwn', 'ops');
  ana.edits(message, 'It is down');
  ana.reactsWith('eyes', message);
  ana.takesBack('eyes', message);
  await web.pins.add({ channel: message.channelId, timestamp: message.ts });
  ana.deletes(message);
  workspace.archive('ops');
  await workspace.settled();

  const channel = message.channelId;
  expect(workspace.record.deliveries.map(({ payload }) => payload.event)).toMatchObject([
    { type: 'message', channel, channel_type: 'channel', text: 'It is dwn', ts: message.ts },
    {
      type: 'message',
      subtype: 'message_changed',
      message: { text: 'It is down' },
      previous_message: { text: 'It is dwn' },
    },
    { type: 'reaction_removed', reaction: 'eyes' },
    { type: 'pin_added', channel_id: channel, item: { message: { ts: message.ts } } },
    { type: 'message', subtype: 'message_deleted', deleted_ts: message.ts },
    { type: 'channel_archive', channel },
    { type: 'message', subtype: 'channel_archive' },
  ]);
});

it('another name is told of as Slack tells it, of a private channel to whoever is in it', async () => {
  const { workspace } = await openWorkspace(manifestSubscribedTo('channel_rename', 'group_rename'));
  await startEndpoint(workspace, () => ({ status: 200 }));
  const [ops, warRoom] = [workspace.channel('ops'), workspace.channel('war-room')];
  workspace.person('ana').renames('ops', 'operations');
  workspace.person('ana').renames('war-room', 'crisis');
  await workspace.settled();

  const told = { is_mpim: false, created: expect.any(Number) };
  expect(workspace.record.deliveries.map(({ payload }) => payload.event)).toEqual([
    {
      type: 'channel_rename',
      channel: { ...told, id: ops.id, is_channel: true, name: 'operations', name_normalized: 'operations' },
      event_ts: expect.any(String),
    },
    {
      type: 'group_rename',
      channel: { ...told, id: warRoom.id, is_channel: false, name: 'crisis', name_normalized: 'crisis' },
      event_ts: expect.any(String),
    },
  ]);
});
