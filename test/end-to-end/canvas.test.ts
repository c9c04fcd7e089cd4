import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { closed } from '../support/close.ts';
import { closes, sendsSteps } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { askDatabase, sqlite } from '../support/engines.ts';
import { openRoom, type Room } from '../support/open-room.ts';

function canvasOf(channel: Channel): string {
  const [canvas, ...others] = channel.canvases();
  expect(others).toEqual([]);
  return canvas?.markdown ?? '';
}

function countCalls(room: Room, method: string): number {
  return room.workspace.record.calls.filter((call) => call.method === method).length;
}

describe('the canvas of a postmortem', () => {
  it('is made on close, says whose it is, and only we can write it', async () => {
    const room = await openRoom();
    const channel = await closed(room, { 'root-cause': 'The pool was *too* small' });

    const [canvas] = channel.canvases();
    expect(canvas).toMatchObject({
      title: 'INC-1 postmortem',
      channelAccess: 'read',
      ownerId: room.workspace.botUserId,
    });
    expect(canvas?.markdown).toContain('words of yours belong in `/incident postmortem`');
    expect(canvas?.markdown).toContain('The pool was \\*too\\* small');
    expect(canvas?.markdown).toMatch(
      /^- .*, \*\*detected:\*\* Alarm rang \(ana, \[message\]\(https:\/\/sandbox\.slack\.com\/archives\/\S*\)\)$/mu,
    );
    expect(
      channel
        .pins()
        .map((pin) => pin.visibleText())
        .join(),
    ).not.toContain('as it is now');
  });

  it('follows the timeline, people’s words, action items and milestones, and posts no files for that', async () => {
    const room = await openRoom();
    const channel = await closed(room);
    const ana = room.workspace.person('ana');
    const files = channel.files().length;

    await ana.types('/incident log 13:40 Somebody was late', channel);
    await room.settle();
    expect(canvasOf(channel)).toMatch(/Somebody was late \(ana, \[message\]\(https:/u);
    const { modal } = await ana.clicks('Edit postmortem', channel.message('Postmortem draft'));
    await sendsSteps(ana, modal, { summary: 'Better words' });
    await room.settle();
    expect(canvasOf(channel)).toContain('Better words');
    const [told] = room.workspace.person('ben').directMessages();
    expect(canvasOf(channel)).toMatch(/Size the pool.* Status: open/u);
    await room.workspace.person('ben').clicks('Done', told ?? channel.message('x'));
    await room.settle();
    expect(canvasOf(channel)).toMatch(/Size the pool.* Status: done/u);
    await ana.types('/incident action @mahari Watch the pool by 2024-05-20', channel);
    await room.settle();
    expect(canvasOf(channel)).toContain('Watch the pool');

    expect(channel.files()).toHaveLength(files);
    expect(channel.canvases()).toHaveLength(1);
  });

  it('is written once for changes that come together, and not where nothing changed', async () => {
    const room = await openRoom();
    const channel = await closed(room);
    const ana = room.workspace.person('ana');
    const before = countCalls(room, 'canvases.edit');

    room.workspace.fails('canvases.edit', { kind: 'rate-limited', retryAfterSeconds: 60 });
    for (let number = 0; number < 10; number++) {
      await ana.types(`/incident log 13:4${number} change ${number}`, channel);
    }
    await room.pass(120_000);
    const [text, edits] = [canvasOf(channel), countCalls(room, 'canvases.edit') - before];

    expect(text).toContain('change 9');
    expect(edits).toBeLessThan(6);
    await room.restart();
    await room.pass(60_000);
    expect(countCalls(room, 'canvases.edit') - before).toBe(edits);
  });

  it('says that the incident was reopened, and is the same when it is closed again', async () => {
    const room = await openRoom();
    const channel = await closed(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident reopen it is back', channel);
    await room.settle();
    expect(canvasOf(channel)).toContain('investigating');
    await ana.types('/incident log the pool is full again', channel);
    await room.settle();
    expect(canvasOf(channel)).toContain('the pool is full again');
    await ana.types('/incident resolve fixed for good', channel);
    await closes(ana, channel);
    await room.settle();

    expect(canvasOf(channel)).toContain('fixed for good');
  });

  it('is not there before the close', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident log 13:50 detected: Alarm rang', channel);
    await room.settle();

    expect(channel.canvases()).toEqual([]);
    expect(countCalls(room, 'canvases.create')).toBe(0);
  });

  it.each([
    ['canvases.create', { kind: 'reset-after' }],
    ['canvases.create', { kind: 'status', status: 503 }],
    ['canvases.access.set', { kind: 'reset-before' }],
    ['canvases.edit', { kind: 'reset-after' }],
    ['canvases.edit', { kind: 'error', error: 'canvas_editing_locked' }],
  ] as const)('is made once where %s fails with %j', async (method, failure) => {
    const room = await openRoom();
    room.workspace.fails(method, failure);
    const channel = await closed(room);
    await room.pass(10 * 60_000);

    expect(channel.canvases()).toMatchObject([{ channelAccess: 'read' }]);
    expect(canvasOf(channel).split('## Summary')).toHaveLength(2);
    expect(canvasOf(channel)).toContain('## Figures');
  });

  it('is not made again once somebody deleted it', async () => {
    const room = await openRoom();
    const channel = await closed(room);
    for (const canvas of channel.canvases()) {
      canvas.isDeleted = true;
    }
    const ana = room.workspace.person('ana');
    await ana.types('/incident log 13:40 Somebody was late', channel);
    await ana.types('/incident log 13:41 And again', channel);
    await room.pass(60_000);

    expect(channel.canvases()).toEqual([]);
    expect(channel.pins()).toHaveLength(1);
    expect(room.workspace.person('ana').directMessages()).toEqual([]);
  });

  it('stays in the channel of a private incident', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    const channel = await closed(room, {}, room.workspace.channel('inc-1-leak'));

    expect(channel.isPrivate).toBe(true);
    expect(channel.canvases()).toMatchObject([{ channelId: channel.id }]);
    for (const call of room.workspace.record.calls.filter(({ method }) => method.startsWith('canvases.'))) {
      const { channel_id = channel.id, channel_ids = JSON.stringify([channel.id]) } = call.arguments;
      expect([channel_id, channel_ids]).toEqual([channel.id, JSON.stringify([channel.id])]);
    }
    const others = room.workspace.channels().filter(({ id }) => id !== channel.id);
    expect(others.flatMap((other) => [...other.canvases(), ...other.files()])).toEqual([]);
  });
});

describe('the canvas of 2,000 events', () => {
  it('is written in parts, whole again after each change', async () => {
    const room = await openRoom({ engine: sqlite });
    const channel = await closed(room);
    await copyEvent(room.config.databaseUrl, 2_000);
    await room.workspace.person('ana').types('/incident log 13:40 The last one', channel);
    await room.settle();

    const text = canvasOf(channel);
    const [, timeline = '', ...others] = text.split('## Timeline\n');
    expect(others).toEqual([]);
    expect(timeline.split('## Root causes')[0]?.match(/ Copy \d+ of an event/gu)).toHaveLength(2_000);
    expect(timeline).toContain('The last one');
    expect(text).toContain('## Figures');
    const parts = room.workspace.record.calls.filter(({ method }) => method === 'canvases.edit');
    expect(parts.length).toBeGreaterThan(3);
    expect(Math.max(...parts.map((call) => String(call.arguments.changes).length))).toBeLessThan(150_000);
    expect(parts.flatMap(({ error }) => error ?? [])).toEqual([]);
  });
});

/** Past the stores, because nobody types so much. */
async function copyEvent(url: string, copies: number): Promise<void> {
  const columns = (await askDatabase(url, "select name from pragma_table_info('timeline_event')")).map(
    ({ name }) => name,
  );
  const copied = columns.map((name) => {
    switch (name) {
      case 'id':
        return "'01HZZZCOPY' || n.i";
      case 'text':
        return "'Copy ' || n.i || ' of an event, at which somebody looked, and said so'";
      default:
        return ['message_channel', 'message_key'].includes(String(name)) ? 'null' : `e.${name}`;
    }
  });
  await askDatabase(
    url,
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${copies})
     insert into timeline_event (${columns.join()}) select ${copied.join()} from n,
     (select * from timeline_event where kind = 'detected' limit 1) e`,
  );
}
