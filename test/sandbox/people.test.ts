import { describe, expect, it } from 'vitest';
import { openWorkspace, outcomeOf } from './open-workspace.ts';

describe('users.info', () => {
  it.each([
    ['ana', 'UTC', 0],
    ['ben', 'America/New_York', -14_400],
    ['mahari', 'Africa/Addis_Ababa', 10_800],
    ['asha', 'Asia/Kolkata', 19_800],
  ])('tells the time zone of %s', async (name, tz, tz_offset) => {
    const { workspace, web } = await openWorkspace();
    if (name !== 'ana' && name !== 'ben') {
      workspace.addPerson({ name, timeZone: tz });
    }
    const { user } = await web.users.info({ user: workspace.person(name).id, include_locale: true });

    expect(user).toMatchObject({ name, tz, tz_offset, tz_label: expect.any(String), deleted: false, locale: 'en-US' });
  });

  it('tells a locale to whom asks for it, where it knows one, and users.list does too', async () => {
    const { workspace, web } = await openWorkspace();
    const asked = { include_locale: true };
    workspace.addPerson({ name: 'gil', locale: 'en-GB' });
    workspace.addPerson({ name: 'zoe', locale: null });
    const localeOf = async (name: string, options: { include_locale?: boolean }) =>
      (await web.users.info({ user: workspace.person(name).id, ...options })).user?.locale;

    expect([await localeOf('gil', asked), await localeOf('zoe', asked)]).toEqual(['en-GB', undefined]);
    expect(await localeOf('gil', {})).toBeUndefined();
    const listed = async (options: { include_locale?: boolean }) =>
      (await web.users.list(options)).members?.find(({ name }) => name === 'gil')?.locale;
    expect([await listed(asked), await listed({})]).toEqual(['en-GB', undefined]);
  });

  it('says that somebody is deactivated, and their time zone no more', async () => {
    const { workspace, web } = await openWorkspace();
    const { user } = await web.users.info({ user: workspace.person('gone').id });

    expect(user).toMatchObject({ name: 'gone', deleted: true });
    expect(user).not.toHaveProperty('tz');
  });

  it('says that somebody is a bot', async () => {
    const { workspace, web } = await openWorkspace();

    expect((await web.users.info({ user: workspace.botUserId })).user?.is_bot).toBe(true);
    expect((await web.users.info({ user: workspace.person('robot').id })).user?.is_bot).toBe(true);
    expect((await web.users.info({ user: workspace.person('ana').id })).user?.is_bot).toBe(false);
  });

  it('tells e-mail addresses to an app that may read them', async () => {
    const { workspace, web } = await openWorkspace();
    const { user } = await web.users.info({ user: workspace.person('ana').id });

    expect(user?.profile).toHaveProperty('email', 'ana@example.com');
  });
});

it('usergroups.users.list tells who is in a group now', async () => {
  const { workspace, web } = await openWorkspace();
  const mention = workspace.person('ana').says('@dba', 'ops').text;
  const usergroup = /S\w+/u.exec(mention)?.[0] ?? '';
  const [ana, ben] = [workspace.person('ana').id, workspace.person('ben').id];

  expect((await web.usergroups.users.list({ usergroup })).users).toEqual([ben]);
  workspace.changeGroup('dba', ['ana', 'ben']);
  expect((await web.usergroups.users.list({ usergroup })).users).toEqual([ana, ben]);
});

describe('a channel', () => {
  it('is made with the bot in it, and filled with those it invites', async () => {
    const { workspace, web } = await openWorkspace();
    const [ana, ben] = [workspace.person('ana').id, workspace.person('ben').id];
    const { channel } = await web.conversations.create({ name: 'inc-1', is_private: true });
    await web.conversations.invite({ channel: channel?.id ?? '', users: `${ana},${ben}` });
    await web.conversations.setTopic({ channel: channel?.id ?? '', topic: 'SEV1' });

    const made = workspace.channel('inc-1');
    expect(made).toMatchObject({ isPrivate: true, isArchived: false, topic: 'SEV1' });
    expect(made.members()).toEqual(['faultline', 'ana', 'ben']);
    expect(channel).toMatchObject({ is_private: true, is_member: true, creator: workspace.botUserId });
  });

  it('is joined by the bot once', async () => {
    const { workspace, web } = await openWorkspace();
    const channel = workspace.channel('general').id;

    expect((await web.conversations.join({ channel })).warning).toBeUndefined();
    expect((await web.conversations.join({ channel })).warning).toBe('already_in_channel');
    expect(workspace.channel('general').members()).toEqual(['ana', 'ben', 'faultline']);
  });

  it('is renamed by its members, to a name that Slack takes and no other channel has', async () => {
    const { workspace } = await openWorkspace();
    const ops = workspace.channel('ops');
    workspace.person('ana').renames('ops', 'operations');

    expect(ops.name).toBe('operations');
    expect(() => workspace.person('ana').renames('operations', 'war-room')).toThrow('#war-room cannot be the name');
    expect(() => workspace.person('ana').renames('operations', 'Ops & more')).toThrow('cannot be the name');
  });

  it('takes nothing more once it is archived', async () => {
    const { workspace, web } = await openWorkspace();
    workspace.archive('ops');

    expect(await outcomeOf(web.chat.postMessage({ channel: workspace.channel('ops').id, text: 'x' }))).toBe(
      'is_archived',
    );
    expect(() => workspace.person('ana').says('x', 'ops')).toThrow('#ops is archived');
  });

  it('that is private is joined by invitation alone', async () => {
    const { workspace } = await openWorkspace();
    expect(() => workspace.person('ben').joins('war-room')).toThrow('cannot join #war-room');

    workspace.person('ana').invites('ben', 'war-room');
    expect(workspace.channel('war-room').members()).toContain('ben');
    expect(() => workspace.person('ana').invites('gone', 'war-room')).toThrow('gone is deactivated');
  });
});

it('conversations.open gives the same direct messages each time', async () => {
  const { workspace, web } = await openWorkspace();
  const users = workspace.person('ana').id;
  const first = await web.conversations.open({ users });

  expect(first.channel?.id).toMatch(/^D/u);
  expect(await web.conversations.open({ users })).toMatchObject({ channel: first.channel, already_open: true });
});
