import { describe, expect, it } from 'vitest';
import { openWorkspace, outcomeOf } from './open-workspace.ts';

describe('a message of the bot', () => {
  it('shows to everyone in the channel, as its blocks say', async () => {
    const { workspace, web } = await openWorkspace();
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: `Hello <@${workspace.person('ana').id}>` } }];
    await web.apiCall('chat.postMessage', { channel: workspace.channel('ops').id, text: 'in notifications', blocks });

    const [shown] = workspace.person('ben').sees('ops');
    expect(shown).toMatchObject({ author: 'faultline', isFromBot: true });
    expect(shown?.visibleText()).toBe('Hello @ana');
  });

  it('answers with the message as it stands, ids for its blocks included', async () => {
    const { workspace, web } = await openWorkspace();
    const channel = workspace.channel('ops').id;
    const answer = await web.chat.postMessage({ channel, text: 'x', blocks: [{ type: 'divider' }] });

    expect(answer).toMatchObject({ ok: true, channel, ts: expect.stringMatching(/^\d+\.\d{6}$/u) });
    expect(answer.message).toMatchObject({
      type: 'message',
      user: workspace.botUserId,
      bot_id: expect.any(String),
      text: 'x',
      ts: answer.ts,
      team: workspace.teamId,
      blocks: [{ type: 'divider', block_id: expect.any(String) }],
    });
  });

  it('goes to a person under their id, as a direct message', async () => {
    const { workspace, web } = await openWorkspace();
    const ana = workspace.person('ana');
    await web.chat.postMessage({ channel: ana.id, text: 'psst' });

    expect(ana.directMessages().map(({ text }) => text)).toEqual(['psst']);
    expect(workspace.person('ben').directMessages()).toEqual([]);
  });

  it('still reaches the direct messages of somebody who was deactivated since', async () => {
    const { workspace, web } = await openWorkspace();
    const ana = workspace.person('ana').id;
    const { channel } = await web.conversations.open({ users: ana });
    workspace.changePerson('ana', { isDeactivated: true });

    expect(await outcomeOf(web.chat.postMessage({ channel: channel?.id ?? '', text: 'x' }))).toBe('ok');
    expect(await outcomeOf(web.conversations.open({ users: ana }))).toBe('user_disabled');
  });

  it('in a thread replies to the thread, also by the ts of a reply', async () => {
    const { workspace, web } = await openWorkspace();
    const thread = workspace.person('ana').says('It is down', 'ops');
    const reply = workspace.person('ben').says('I know', 'ops', { thread });
    await web.chat.postMessage({ channel: thread.channelId, text: 'x', thread_ts: reply.ts });

    expect(workspace.channel('ops').message('x').threadTs).toBe(thread.ts);
  });

  it('stands in the channel where the thread it was for is deleted', async () => {
    const { workspace, web } = await openWorkspace();
    const ana = workspace.person('ana');
    const thread = ana.says('It is down', 'ops');
    ana.deletes(thread);

    const answer = await web.chat.postMessage({ channel: thread.channelId, text: 'x', thread_ts: thread.ts });
    expect(answer.message).not.toHaveProperty('thread_ts');
  });

  it('changes with chat.update, and keeps the blocks that are not given anew', async () => {
    const { workspace, web } = await openWorkspace();
    const channel = workspace.channel('ops').id;
    const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'shown' } }];
    const { ts = '' } = await web.chat.postMessage({ channel, text: 'old', blocks });
    await web.chat.update({ channel, ts, text: 'new' });

    const [message] = workspace.channel('ops').messages();
    expect(message).toMatchObject({ text: 'new', isEdited: true });
    expect(message?.visibleText()).toBe('shown');
    await web.chat.update({ channel, ts, text: 'new', blocks: [] });
    expect(message?.visibleText()).toBe('new');
  });
});

describe('an ephemeral message', () => {
  it('shows to one person, and stands in no history', async () => {
    const { workspace, web } = await openWorkspace();
    const channel = workspace.channel('ops').id;
    const { message_ts } = await web.chat.postEphemeral({ channel, user: workspace.person('ana').id, text: 'psst' });

    expect(workspace.person('ana').sees('ops')).toMatchObject([{ text: 'psst', ephemeralFor: 'ana' }]);
    expect(workspace.person('ben').sees('ops')).toEqual([]);
    expect(workspace.channel('ops').messages()).toEqual([]);
    expect((await web.conversations.history({ channel })).messages).toEqual([]);
    expect(await outcomeOf(web.chat.update({ channel, ts: message_ts ?? '', text: 'x' }))).toBe('message_not_found');
  });
});

describe('a message of a person', () => {
  it('comes with ids in the place of names', async () => {
    const { workspace, web } = await openWorkspace();
    workspace.person('ana').says('@ben and @dba: see #general & <this> https://example.com', 'ops');

    const [message] = (await web.conversations.history({ channel: workspace.channel('ops').id })).messages ?? [];
    const ben = workspace.person('ben').id;
    expect(message?.text).toMatch(
      new RegExp(`^<@${ben}> and <!subteam\\^S\\w+>: see <#C\\w+\\|> &amp; &lt;this&gt; <https://example.com>$`, 'u'),
    );
  });

  it('can be edited and deleted, by its author alone', async () => {
    const { workspace, web } = await openWorkspace();
    const ana = workspace.person('ana');
    const message = ana.says('It is dwn', 'ops');
    expect(() => workspace.person('ben').edits(message, 'x')).toThrow('ben cannot change this message');

    ana.edits(message, 'It is down');
    const [edited] = (await web.conversations.history({ channel: message.channelId })).messages ?? [];
    expect(edited).toMatchObject({ text: 'It is down', edited: { user: ana.id } });

    ana.deletes(message);
    expect((await web.conversations.history({ channel: message.channelId })).messages).toEqual([]);
    expect(await outcomeOf(web.pins.add({ channel: message.channelId, timestamp: message.ts }))).toBe(
      'message_not_found',
    );
  });

  it('carries files that can be read', async () => {
    const { workspace, web } = await openWorkspace();
    workspace.person('ana').says('see', 'ops', { files: { 'graph.txt': 'up, down' } });

    expect(String(workspace.channel('ops').files()[0]?.content)).toBe('up, down');
    const [message] = (await web.conversations.history({ channel: workspace.channel('ops').id })).messages ?? [];
    expect(message?.files).toMatchObject([{ name: 'graph.txt', mimetype: 'text/plain', size: 8 }]);
  });

  it.each([
    ['somebody deactivated', 'gone', 'general'],
    ['anybody in an archived channel', 'ana', 'attic'],
    ['who is not in the channel', 'robot', 'general'],
    ['who is not in the private channel', 'ben', 'war-room'],
  ])('is not possible for %s', async (_, name, channel) => {
    const { workspace } = await openWorkspace();

    expect(() => workspace.person(name).says('x', channel)).toThrow();
  });
});

it('nobody sees what is said in private channels of others', async () => {
  const { workspace } = await openWorkspace();
  workspace.person('ana').says('between us', 'war-room');

  expect(workspace.person('ana').sees('war-room')).toMatchObject([{ text: 'between us' }]);
  expect(workspace.person('ben').sees('war-room')).toEqual([]);
});

it('an alert of another app stands in the channel under its name', async () => {
  const { workspace, web } = await openWorkspace();
  const alert = workspace.postAs('alerts', 'ops', 'Error rate 12%');

  expect(alert).toMatchObject({ author: 'alerts', isFromBot: false });
  const [message] = (await web.conversations.history({ channel: alert.channelId })).messages ?? [];
  expect(message).toMatchObject({ subtype: 'bot_message', username: 'alerts', bot_id: expect.any(String) });
  expect(message).not.toHaveProperty('user');
});

describe('what is put on a message', () => {
  it('are the reactions of each person, once each', async () => {
    const { workspace, web } = await openWorkspace();
    const [ana, ben] = [workspace.person('ana'), workspace.person('ben')];
    const message = ana.says('It is down', 'ops');
    ben.reactsWith('eyes', message);
    ben.reactsWith('eyes', message);
    ana.reactsWith('eyes', message);
    await web.reactions.add({ channel: message.channelId, timestamp: message.ts, name: 'memo' });

    expect(message.reactions).toEqual([
      { name: 'eyes', users: [ben.id, ana.id] },
      { name: 'memo', users: [workspace.botUserId] },
    ]);
    ana.takesBack('eyes', message);
    expect(message.reactions[0]).toEqual({ name: 'eyes', users: [ben.id] });
  });

  it('are pins, which go with the message', async () => {
    const { workspace, web } = await openWorkspace();
    const message = workspace.person('ana').says('It is down', 'ops');
    await web.pins.add({ channel: message.channelId, timestamp: message.ts });

    expect(workspace.channel('ops').pins()).toMatchObject([{ ts: message.ts }]);
    workspace.person('ana').deletes(message);
    expect(workspace.channel('ops').pins()).toEqual([]);
  });
});

it('the bot uploads files in three steps, and people read them', async () => {
  const { workspace, web } = await openWorkspace();
  await web.filesUploadV2({
    channel_id: workspace.channel('ops').id,
    file_uploads: [
      { filename: 'draft.md', title: 'Draft', file: Buffer.from('# Café\r\n') },
      { filename: 'all.json', file: Buffer.from('{}') },
    ],
  });

  const files = workspace.channel('ops').files();
  expect(files.map(({ name, title, content }) => [name, title, String(content)])).toEqual([
    ['draft.md', 'Draft', '# Café\r\n'],
    ['all.json', 'all.json', '{}'],
  ]);
  expect(workspace.channel('ops').messages()).toHaveLength(1);
  expect(workspace.record.calls.map(({ method }) => method).toSorted()).toEqual([
    'files.completeUploadExternal',
    'files.getUploadURLExternal',
    'files.getUploadURLExternal',
    'upload',
    'upload',
  ]);
});
