import { describe, expect, it } from 'vitest';
import { declare } from '../support/declare.ts';
import { askDatabase } from '../support/engines.ts';
import { openRoom, type Room } from '../support/open-room.ts';

async function timelineOf(room: Room): Promise<string> {
  return (await room.workspace.person('ana').types('/incident timeline', 'inc-1-booking-is-down')).text;
}

async function mentionsOf(room: Room): Promise<unknown> {
  const [event] = await askDatabase(
    room.config.databaseUrl,
    "select mentions_json from timeline_event where kind = 'note'",
  );
  return JSON.parse(String(event?.mentions_json));
}

async function open() {
  const room = await openRoom();
  const channel = await declare(room);
  return { room, channel, ana: room.workspace.person('ana') };
}

const WORDS = 'Asked @ben and @dba in #general';

describe('mentions are kept as ids, with the names of that time', () => {
  it('of a command whose time had to be asked for, with the message that it was said in', async () => {
    const { room, channel, ana } = await open();
    const start = ana.says('What do we know?', channel);
    const said = ana.says(`@faultline log 18:20 ${WORDS}`, channel, { thread: start });
    await room.settle();
    const question = ana.sees(channel).find((message) => message.visibleText().includes('is still to come'));
    await ana.clicks('Yesterday 18:20 UTC', question ?? start);
    await room.settle();

    expect(await mentionsOf(room)).toMatchObject([{ name: 'ben' }, { name: 'dba' }, { name: 'general' }]);
    const { messages } = await ana.types('/incident timeline', channel);
    expect(JSON.stringify(messages[0]?.blocks)).toContain(`p${said.ts.replace('.', '')}`);
  });

  it('of a tagged message, in which Slack names nobody', async () => {
    const { room, channel, ana } = await open();
    const message = ana.says(WORDS, channel);
    expect(message.text).toMatch(/^Asked <@U\w+> and <!subteam\^S\w+> in <#C\w+\|>$/u);
    ana.reactsWith('pushpin', message);
    await room.settle();

    expect(await timelineOf(room)).toContain(WORDS);
    expect(await mentionsOf(room)).toEqual([
      { kind: 'person', id: room.workspace.person('ben').id, name: 'ben' },
      { kind: 'group', id: expect.stringMatching(/^S/u), name: 'dba' },
      { kind: 'channel', id: room.workspace.channel('general').id, name: 'general' },
    ]);
  });

  it.each(['/incident log', '@faultline log'])('of what %s says', async (command) => {
    const { room, channel, ana } = await open();
    await (command.startsWith('/')
      ? ana.types(`${command} ${WORDS}`, channel)
      : ana.says(`${command} ${WORDS}`, channel));
    await room.settle();

    expect(await timelineOf(room)).toContain(WORDS);
    expect(await mentionsOf(room)).toMatchObject([{ name: 'ben' }, { name: 'dba' }, { name: 'general' }]);
  });

  it('of a message that a form puts there, once Slack has said who they are', async () => {
    const { room, channel, ana } = await open();
    const message = ana.says(WORDS, channel);
    const { modal } = await ana.uses('Add to timeline', message);
    expect(modal?.field('text').value).not.toMatch(/[UCS][0-9A-Z]{6}/u);
    await ana.submits(modal, {});
    await room.settle();

    expect(await timelineOf(room)).toContain(WORDS);
    expect(await mentionsOf(room)).toMatchObject([{ name: 'ben' }, { name: 'dba' }, { name: 'general' }]);
  });

  it('of an edited message, and of no other', async () => {
    const { room, channel, ana } = await open();
    const message = ana.says(WORDS, channel);
    ana.reactsWith('pushpin', message);
    await room.settle();
    ana.edits(message, 'Asked @mahari');
    await room.settle();

    expect(await mentionsOf(room)).toMatchObject([{ name: 'mahari' }]);
  });

  it('and leave with the words of a deleted message where the policy says so', async () => {
    const room = await openRoom({ policy: { deletedMessages: 'redact' } });
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const message = ana.says(WORDS, channel);
    ana.reactsWith('pushpin', message);
    await room.settle();
    ana.deletes(message);
    await room.settle();

    expect(await mentionsOf(room)).toEqual([]);
  });
});

describe('no raw id is shown', () => {
  it('of a private channel that the bot may not see', async () => {
    const { room, channel, ana } = await open();
    room.workspace.addChannel({ name: 'secret', isPrivate: true, members: ['ana'] });
    ana.reactsWith('pushpin', ana.says('See #secret', channel));
    await room.settle();

    expect(await timelineOf(room)).toContain('See #private channel');
  });

  it('where Slack will not tell the names of groups', async () => {
    const { room, channel, ana } = await open();
    room.workspace.fails('usergroups.list', { kind: 'error', error: 'missing_scope', times: 5 });
    ana.reactsWith('pushpin', ana.says('Asked @dba', channel));
    await room.settle();

    expect(await timelineOf(room)).toContain('Asked @group');
  });

  it('and what somebody types into a form that looks like one is only text', async () => {
    const { room, channel, ana } = await open();
    const message = ana.says('x', channel);
    const { modal } = await ana.uses('Add to timeline', message);
    await ana.submits(modal, { text: `<@${ana.id}> <!channel>` });
    await room.settle();

    expect(await mentionsOf(room)).toEqual([]);
    const posted = channel.messages().find(({ isFromBot, text }) => isFromBot && text.startsWith('Timeline:'));
    expect(JSON.stringify([posted?.text, posted?.blocks])).toContain(`&lt;@${ana.id}&gt; &lt;!channel&gt;`);
  });
});
