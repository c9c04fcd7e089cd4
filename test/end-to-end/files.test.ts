import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { askDatabase } from '../support/engines.ts';
import { images } from '../support/images.ts';
import { openRoom, type Room, type RoomOptions } from '../support/open-room.ts';

const PNG = images['image/png'] ?? new Uint8Array();
const keeping: RoomOptions = { policy: { keptImageKilobytes: 10 } };

type Files = Readonly<Record<string, string | Uint8Array>>;

async function withFiles(
  files: Files,
  options: RoomOptions = keeping,
  prepare: (room: Room) => void = () => undefined,
) {
  const room = await openRoom(options);
  const channel = await declare(room);
  prepare(room);
  const ana = room.workspace.person('ana');
  const message = ana.says('See the pool', channel, { files });
  ana.reactsWith('pushpin', message);
  await room.settle();
  return { room, channel, ana, message };
}

async function timelineOf(room: Room): Promise<string> {
  return (await room.workspace.person('ana').types('/incident timeline', 'inc-1-booking-is-down')).text;
}

async function filesOf(room: Room) {
  return askDatabase(
    room.config.databaseUrl,
    'select name, media_type, size, content_base64, content_lack from event_file order by place',
  );
}

function downloads(room: Room): number {
  return room.workspace.record.calls.filter(({ method }) => method === 'download').length;
}

async function draftsOf(room: Room, channel: Channel) {
  const ana = room.workspace.person('ana');
  await ana.types('/incident resolve', channel);
  await closes(ana, channel);
  await room.settle();
  const draft = (ending: string) => channel.files().find(({ name }) => name.endsWith(ending));
  return { markdown: draft('.md')?.content?.toString() ?? '', page: draft('.html')?.content?.toString() ?? '' };
}

describe('the files of a tagged message', () => {
  it('stand with the event by name and link, on the timeline and in the drafts', async () => {
    const { room, channel } = await withFiles({ 'pool [1].png': PNG, 'dump.txt': 'x' }, {});

    expect(await timelineOf(room)).toContain('See the pool 📎 pool [1].png, dump.txt — ana');
    expect(await filesOf(room)).toEqual([
      {
        name: 'pool [1].png',
        media_type: 'image/png',
        size: PNG.length,
        content_base64: null,
        content_lack: 'too_large',
      },
      { name: 'dump.txt', media_type: 'text/plain', size: 1, content_base64: null, content_lack: 'not_an_image' },
    ]);
    expect(downloads(room)).toBe(0);
    const { markdown, page } = await draftsOf(room, channel);
    expect(markdown).toMatch(
      /See the pool<br>📎 \[pool \\\[1\\\]\.png\]\(https:\/\/sandbox\.slack\.com\/files\/\S+\)<br>📎 \[dump/u,
    );
    expect(page).toMatch(/<a href="https:\/\/sandbox\.slack\.com\/files\/[^"]+" [^>]*>📎 pool \[1\]\.png<\/a>/u);
    expect(page).not.toContain('<img');
  });

  it('show in the page where they are images and the policy keeps them', async () => {
    const { room, channel } = await withFiles({ 'pool.png': PNG, 'dump.txt': 'x' });
    const content = Buffer.from(PNG).toString('base64');

    expect(await filesOf(room)).toMatchObject([
      { content_base64: content, content_lack: null },
      { content_base64: null, content_lack: 'not_an_image' },
    ]);
    const { markdown, page } = await draftsOf(room, channel);
    expect(page.split(`<img src="data:image/png;base64,${content}" alt="pool.png">`)).toHaveLength(2);
    expect(markdown).not.toContain(content);
  });

  it('are kept with an event that a form made', async () => {
    const room = await openRoom(keeping);
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const message = ana.says('See the pool', channel, { files: { 'pool.png': PNG } });
    await ana.submits((await ana.uses('Add to timeline', message)).modal, { text: 'The pool was full' });
    await room.settle();

    expect(await timelineOf(room)).toContain('The pool was full 📎 pool.png — ana');
    expect(await filesOf(room)).toMatchObject([{ content_lack: null }]);
  });

  it('follow the message when one of them is deleted', async () => {
    const { room, ana, message } = await withFiles({ 'pool.png': PNG, 'dump.txt': 'x' });
    ana.deletesFile('pool.png', message);
    await room.settle();

    expect(await timelineOf(room)).toContain('See the pool 📎 dump.txt — ana _(message edited since)_');
    expect(await filesOf(room)).toMatchObject([{ name: 'dump.txt' }]);
  });

  it('stay with a deleted message, and leave with its words where the policy says so', async () => {
    for (const deletedMessages of ['keep', 'redact'] as const) {
      const { room, ana, message } = await withFiles(
        { 'pool.png': PNG },
        { policy: { keptImageKilobytes: 10, deletedMessages } },
      );
      ana.deletes(message);
      await room.settle();

      expect(await filesOf(room)).toHaveLength(deletedMessages === 'keep' ? 1 : 0);
    }
  });
});

describe('an image is not kept', () => {
  it.each<[string, Files]>([
    ['that is larger than the policy allows', { 'pool.png': Buffer.concat([PNG, Buffer.alloc(10_240)]) }],
    ['that is no image at all', { 'pool.png': '<script>alert(1)</script>' }],
    ['that is an image of another kind', { 'pool.png': images['image/gif'] ?? '' }],
    ['of a kind that can hold scripts', { 'pool.svg': '<svg onload="alert(1)"/>' }],
  ])('%s', async (_, files) => {
    const { room, channel } = await withFiles(files);

    expect(await filesOf(room)).toMatchObject([{ content_base64: null, content_lack: expect.any(String) }]);
    const { page } = await draftsOf(room, channel);
    expect(page).toContain('📎 pool.');
    expect(page).not.toContain('<img');
  });

  it('where the scope is missing: the event has its name and link, and nobody is troubled', async () => {
    const { room, ana } = await withFiles({ 'pool.png': PNG }, keeping, (opened) =>
      opened.workspace.loses('files:read'),
    );
    await room.pass(30 * MINUTE);

    expect(await filesOf(room)).toMatchObject([{ content_base64: null, content_lack: 'http_302' }]);
    expect(await timelineOf(room)).toContain('See the pool 📎 pool.png');
    expect(downloads(room)).toBe(1);
    expect(ana.directMessages()).toEqual([]);
  });

  it('before Slack is there again, and is then', async () => {
    const { room, channel, ana } = await withFiles({ 'pool.png': PNG }, keeping, (opened) =>
      opened.workspace.fails('download', { kind: 'status', status: 503, times: 2 }),
    );
    expect(await filesOf(room)).toMatchObject([{ content_lack: 'not_fetched' }]);
    ana.reactsWith('bulb', ana.says('Found it', channel));
    await room.settle();
    expect(await timelineOf(room)).toContain('Found it');

    await room.pass(10 * MINUTE);
    await room.pass(10 * MINUTE);
    expect(await filesOf(room)).toMatchObject([{ content_lack: null }]);
  });
});
