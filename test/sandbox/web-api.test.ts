import { describe, expect, it } from 'vitest';
import { manifestWith, manifestWithout } from './manifest-with.ts';
import { connect, openWorkspace, outcomeOf } from './open-workspace.ts';

describe('a call', () => {
  it('of a method that Slack does not have is unknown_method, even without a token', async () => {
    const { workspace, web } = await openWorkspace();

    expect(await outcomeOf(web.apiCall('chat.whisper'))).toBe('unknown_method');
    expect(await outcomeOf(connect(workspace).apiCall('chat.whisper'))).toBe('unknown_method');
  });

  it.each([
    ['without a token', undefined, 'not_authed'],
    ['with a token that nobody was given', 'xoxb-wrong', 'invalid_auth'],
    ['with the token of the app', 'xapp-sandbox-app', 'not_allowed_token_type'],
  ])('%s is refused', async (_, token, error) => {
    const { workspace } = await openWorkspace();

    expect(await outcomeOf(connect(workspace, token).auth.test())).toBe(error);
  });

  it('for a socket takes the token of the app, and none other', async () => {
    const { workspace, web } = await openWorkspace();

    expect(await outcomeOf(web.apiCall('apps.connections.open'))).toBe('not_allowed_token_type');
    expect(await connect(workspace, workspace.appToken).apps.connections.open({})).toMatchObject({
      url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=/u),
    });
  });

  it.each([
    ['no JSON', 'application/json', '{"channel":', 'invalid_json'],
    ['JSON that is no object', 'application/json', '[1]', 'json_not_object'],
    ['a body that is neither a form nor JSON', 'text/csv', 'a,b', 'invalid_post_type'],
  ])('with %s is refused', async (_, type, body, error) => {
    const { workspace } = await openWorkspace();
    const headers = { 'content-type': type, authorization: `Bearer ${workspace.botToken}` };

    const response = await fetch(`${workspace.apiUrl}auth.test`, { method: 'POST', headers, body });

    expect(await response.json()).toMatchObject({ ok: false, error });
  });

  it('takes its arguments as JSON as well as in a form', async () => {
    const { workspace } = await openWorkspace();
    const response = await fetch(`${workspace.apiUrl}users.info`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${workspace.botToken}` },
      body: JSON.stringify({ user: workspace.person('ana').id }),
    });

    expect(await response.json()).toMatchObject({ ok: true, user: { name: 'ana' } });
  });

  it('tells who the bot is', async () => {
    const { workspace, web } = await openWorkspace();

    expect(await web.auth.test()).toMatchObject({
      ok: true,
      team_id: workspace.teamId,
      user_id: workspace.botUserId,
      url: 'https://sandbox.slack.com/',
    });
  });

  it('is recorded with its arguments, its time and what was answered, and without its token', async () => {
    const { workspace, clock, web } = await openWorkspace();

    await outcomeOf(web.apiCall('chat.whisper', { text: 'hush' }));

    expect(workspace.record.calls).toEqual([
      {
        method: 'chat.whisper',
        arguments: { text: 'hush' },
        at: clock.now(),
        response: expect.objectContaining({ ok: false, error: 'unknown_method' }),
        error: 'unknown_method',
      },
    ]);
  });
});

describe('a method whose scope the manifest lacks', () => {
  it.each([
    ['chat.postMessage', 'chat:write', [], { channel: '#ops', text: 'x' }],
    ['chat.update', 'chat:write', [], { channel: '#ops', ts: '1.1', text: 'x' }],
    ['chat.postEphemeral', 'chat:write', [], { channel: '#ops', user: '@ana', text: 'x' }],
    ['conversations.create', 'channels:manage', [], { name: 'x' }],
    ['conversations.create', 'groups:write', [], { name: 'x', is_private: true }],
    ['conversations.invite', 'channels:manage', [], { channel: '#general', users: '@ana' }],
    ['conversations.invite', 'channels:manage', [], { channel: '#ops', users: '@ana' }],
    ['conversations.invite', 'groups:write', [], { channel: '#war-room', users: '@ana' }],
    ['conversations.join', 'channels:join', [], { channel: '#general' }],
    ['conversations.list', 'channels:read', ['channel_rename'], {}],
    ['conversations.list', 'groups:read', ['group_rename'], { types: 'private_channel' }],
    ['conversations.list', 'groups:read', ['group_rename'], { types: 'public_channel,private_channel' }],
    ['conversations.list', 'im:read', [], { types: 'im' }],
    ['conversations.open', 'im:write', [], { users: '@ana' }],
    ['conversations.setTopic', 'channels:manage', [], { channel: '#ops', topic: 'x' }],
    ['conversations.setTopic', 'groups:write', [], { channel: '#war-room', topic: 'x' }],
    ['conversations.history', 'channels:history', ['message.channels'], { channel: '#ops' }],
    ['conversations.history', 'groups:history', ['message.groups'], { channel: '#war-room' }],
    ['conversations.replies', 'channels:history', ['message.channels'], { channel: '#ops', ts: '1.1' }],
    ['conversations.replies', 'groups:history', ['message.groups'], { channel: '#war-room', ts: '1.1' }],
    ['files.getUploadURLExternal', 'files:write', [], { filename: 'a.md', length: 1 }],
    ['files.completeUploadExternal', 'files:write', [], { files: [{ id: 'F1' }] }],
    ['pins.add', 'pins:write', [], { channel: '#ops', timestamp: '1.1' }],
    ['reactions.remove', 'reactions:write', [], { channel: '#ops', timestamp: '1.1', name: 'memo' }],
    ['reactions.add', 'reactions:write', [], { channel: '#ops', timestamp: '1.1', name: 'memo' }],
    ['usergroups.users.list', 'usergroups:read', ['subteam_created', 'subteam_updated'], { usergroup: 'S1' }],
    ['users.info', 'users:read', ['user_change'], { user: '@ana' }],
    ['users.list', 'users:read', ['user_change'], {}],
  ])('%s answers missing_scope without %s', async (method, scope, events, given) => {
    const { workspace, web } = await openWorkspace(manifestWithout(scope, events));
    const named = Object.entries(given).map(([key, value]) => [key, idOf(value)]);

    const answer = await web.apiCall(method, Object.fromEntries(named)).catch((fault) => fault.data);

    expect(answer).toMatchObject({ ok: false, error: 'missing_scope', needed: scope });
    expect(answer.provided.split(',')).not.toContain(scope);

    function idOf(value: unknown): unknown {
      if (typeof value !== 'string') {
        return value;
      }
      return value.startsWith('#')
        ? workspace.channel(value).id
        : value.startsWith('@')
          ? workspace.person(value).id
          : value;
    }
  });

  it.each([
    ['conversations.history', {}],
    ['conversations.replies', { ts: '1.1' }],
  ])('%s of direct messages answers missing_scope without im:history', async (method, given) => {
    const { workspace, web } = await openWorkspace(manifestWithout('im:history'));
    const { channel } = await web.conversations.open({ users: workspace.person('ana').id });

    expect(await outcomeOf(web.apiCall(method, { channel: channel?.id, ...given }))).toBe('missing_scope');
  });
});

it('refuses a manifest that subscribes to an event without its scope', async () => {
  await expect(openWorkspace(manifestWithout('reactions:read'))).rejects.toThrow(
    'reaction_added needs the scope reactions:read',
  );
});

it('refuses a manifest that subscribes to an event that it does not know', async () => {
  const file = manifestWith(({ settings }) => settings.event_subscriptions.bot_events.push('star_added'));

  await expect(openWorkspace(file)).rejects.toThrow('the sandbox knows no event star_added');
});

it('answers not_enabled to a Home tab, and messages_tab_disabled to direct messages, where the manifest has none', async () => {
  const file = manifestWith(({ features }) => {
    features.app_home = { home_tab_enabled: false, messages_tab_enabled: false };
  });
  const { workspace, web } = await openWorkspace(file);
  const user_id = workspace.person('ana').id;

  expect(await outcomeOf(web.views.publish({ user_id, view: { type: 'home', blocks: [] } }))).toBe('not_enabled');
  expect(await outcomeOf(web.chat.postMessage({ channel: user_id, text: 'x' }))).toBe('messages_tab_disabled');
});
