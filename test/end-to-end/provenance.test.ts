import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Row } from '../support/ask-postgres.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { askDatabase } from '../support/engines.ts';
import { openRoom, type Room } from '../support/open-room.ts';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function eventsOf(room: Room): Promise<readonly Row[]> {
  return askDatabase(
    room.config.databaseUrl,
    "select * from timeline_event where kind not in ('declared', 'joined') order by id",
  );
}

async function timelineOf(room: Room): Promise<string> {
  return (await room.workspace.person('ana').types('/incident timeline', 'inc-1-booking-is-down')).text;
}

async function draftsOf(room: Room, channel: Channel): Promise<{ readonly markdown: string; readonly page: string }> {
  const ana = room.workspace.person('ana');
  await ana.types('/incident resolve', channel);
  await closes(ana, channel);
  await room.settle();
  const draft = (ending: string) => channel.files().find(({ name }) => name.endsWith(ending));
  return {
    markdown: draft('.md')?.content?.toString() ?? '',
    page: draft('.html')?.content?.toString() ?? '',
  };
}

async function withTagged(words: string) {
  const room = await openRoom();
  const channel = await declare(room);
  const ana = room.workspace.person('ana');
  const message = ana.says(words, channel);
  ana.reactsWith('pushpin', message);
  await room.settle();
  return { room, channel, ana, message };
}

describe('an event keeps a hash of what it was made from', () => {
  it('the message as Slack keeps it, which an edit does not change', async () => {
    const { room, ana, message } = await withTagged('Asked @ben');
    const source = `Asked <@${room.workspace.person('ben').id}>`;
    expect(await eventsOf(room)).toMatchObject([{ made_from: sha256(source), message_hash: sha256(source) }]);

    ana.edits(message, 'Asked nobody');
    await room.settle();

    expect(await eventsOf(room)).toMatchObject([
      { text: 'Asked nobody', made_from: sha256(source), message_hash: sha256('Asked nobody') },
    ]);
  });

  it('the words that were logged, whatever is corrected later', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const logged = await ana.types('/incident log 13:10 UTC Rolled back', channel);
    await room.settle();
    const [answer] = logged.messages;
    const edit = await ana.clicks('Edit', answer ?? channel.message('x'));
    await ana.submits(edit.modal, { text: 'Rolled forward' });
    await room.settle();

    expect(await eventsOf(room)).toMatchObject([
      { text: 'Rolled forward', made_from: sha256('Rolled back'), message_hash: null },
    ]);
  });

  it('the words of a form, and from then on the message that it was opened on is followed by a hash of its own', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const message = ana.says('pool??', channel);
    await ana.submits((await ana.uses('Add to timeline', message)).modal, { text: 'The pool ran dry' });
    await room.settle();

    expect(await eventsOf(room)).toMatchObject([
      { made_from: sha256('The pool ran dry'), message_hash: sha256('pool??') },
    ]);
  });

  it('and every event has one, the automatic ones too', async () => {
    const { room, channel } = await withTagged('Pool is full');
    await room.workspace.person('ana').types('/incident escalate @ben look', channel);
    await draftsOf(room, channel);

    const hashes = await askDatabase(room.config.databaseUrl, 'select made_from from timeline_event');
    expect(hashes.length).toBeGreaterThan(4);
    for (const { made_from } of hashes) {
      expect(made_from).toMatch(/^[0-9a-f]{64}$/u);
    }
  });
});

describe('an event keeps the permalink', () => {
  it('of the mention by which it was logged, and does not follow it', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const start = ana.says('What do we know?', channel);
    const mention = ana.says('@faultline log the pool ran dry', undefined, { thread: start });
    await room.settle();
    const link = `/archives/${channel.id}/p${mention.ts.replace('.', '')}?thread_ts=${start.ts}&cid=${channel.id}`;
    expect(await eventsOf(room)).toMatchObject([{ permalink: expect.stringContaining(link), message_key: null }]);

    ana.edits(mention, '@faultline log something else');
    await room.settle();

    expect(await timelineOf(room)).toMatch(/the pool ran dry — ana · message$/mu);
  });

  it('also where the command had to wait for people to be looked up', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const zoe = room.workspace.addPerson({ name: 'zoe', realName: 'Zoe' });
    zoe.joins(channel);
    zoe.says('@faultline log the pool ran dry', channel);
    await room.settle();

    expect(await eventsOf(room)).toMatchObject([{ permalink: expect.stringContaining('/archives/') }]);
  });
});

describe('an event says that its message has changed since', () => {
  it('edited, where its words follow', async () => {
    const { room, channel, ana, message } = await withTagged('Pool is full');
    ana.edits(message, 'Pool is empty');
    await room.settle();

    expect(await timelineOf(room)).toContain('Pool is empty — ana _(message edited since)_ · message');
    const { markdown, page } = await draftsOf(room, channel);
    expect(markdown).toMatch(/Pool is empty \| ana \| \[message\]\(\S+\) edited since \|/u);
    expect(page).toMatch(/ana · <a [^>]*>message<\/a> edited since</u);
  });

  it('deleted, where they stay', async () => {
    const { room, channel, ana, message } = await withTagged('Pool is full');
    ana.deletes(message);
    await room.settle();

    expect(await timelineOf(room)).toContain('Pool is full — ana _(message deleted)_ · message');
    const { markdown, page } = await draftsOf(room, channel);
    expect(markdown).toMatch(/Pool is full \| ana \| \[message\]\(\S+\) deleted \|/u);
    expect(page).toMatch(/ana · <a [^>]*>message<\/a> deleted</u);
  });

  it('and says nothing of a message that stands as it was', async () => {
    const { room, channel, ana, message } = await withTagged('Pool is full');
    ana.reactsWith('bulb', message);
    await room.settle();

    expect(await timelineOf(room)).not.toMatch(/edited|deleted/u);
    const { markdown } = await draftsOf(room, channel);
    expect(markdown).not.toMatch(/edited since|\) deleted/u);
  });
});
