import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

function card(channel: Channel): string {
  return channel.pins()[0]?.visibleText() ?? '';
}

/** What stands under the announcement. */
function thread(room: Room): readonly string[] {
  const messages = room.workspace.channel('incidents').messages();
  return messages.filter(({ threadTs, ts }) => (threadTs ?? ts) !== ts).map((message) => message.visibleText());
}

function announced(room: Room): string {
  return room.workspace.channel('incidents').messages()[0]?.visibleText() ?? '';
}

/** What the bot told somebody in private of updates that are due. */
function nudges(room: Room, name: string): readonly string[] {
  const messages = room.workspace.person(name).directMessages();
  return messages.map((message) => message.visibleText()).filter((text) => text.includes('update is due'));
}

function draft(channel: Channel): string {
  const file = channel.files().findLast(({ name }) => name.endsWith('.md'));
  return file?.content?.toString() ?? '';
}

describe('a status update', () => {
  it('is posted in the channel and under the announcement, and both say when the next one is due', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.pass(32 * MINUTE);
    const answer = await room.workspace.person('ana').types('/incident update Half can book & pay again', channel);
    await room.settle();

    expect(answer.text).toBe('The update is sent. The next one is due by 2024-05-07 15:02 UTC.');
    const posted = channel.message('Half can book').visibleText();
    expect(posted).toBe(
      '📣 *Status update* by @ana\nHalf can book & pay again\n🟡 SEV3 · 🔥 investigating · next update by 2024-05-07 15:02 UTC',
    );
    expect(thread(room)).toEqual([posted]);
    const told = 'last update 2024-05-07 14:32 UTC · next by 2024-05-07 15:02 UTC';
    expect(card(channel)).toContain(`📣 ${told}`);
    expect(announced(room)).toContain(told);
    expect((await room.workspace.person('ana').types('/incident timeline', channel)).text).toContain('Half can book');
  });

  it('is written in a form, which asks when the next one is due', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const { modal } = await ana.clicks('Update', channel.pins()[0] ?? channel.message('Declared'));
    expect(modal?.field('text').value ?? '').toBe('');
    expect(modal?.field('next').value).toMatchObject({ value: '30' });
    await ana.submits(modal, { text: 'We know the cause', next: 'in 1 h' });
    await room.settle();
    expect(card(channel)).toContain('next by 2024-05-07 15:00 UTC');

    const bare = await ana.types('/incident update', channel);
    await ana.submits(bare.modal, { text: 'No more to say', next: 'none is promised' });
    await room.settle();
    expect(card(channel)).toContain('last update 2024-05-07 14:00 UTC');
    expect(card(channel)).not.toContain('next by');
    expect(thread(room)).toHaveLength(2);
  });

  it('of a private incident stays in its channel', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    await ana.types('/incident update The key is rotated', 'inc-1-leak');
    await room.settle();

    expect(room.workspace.channel('inc-1-leak').message('The key is rotated').isFromBot).toBe(true);
    expect(room.workspace.channel('incidents').messages()).toEqual([]);
  });

  it('is in the postmortem, among what was told, with a link to it', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident update Half can book again', channel);
    await room.settle();
    const { ts } = channel.message('Half can book');
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    await room.settle();

    const communication = draft(channel).split('## Communication')[1] ?? '';
    expect(communication).toContain('update sent: Half can book again');
    expect(communication).toContain(`/p${ts.replace('.', '')}`);
  });

  it('is posted once in the thread though Slack’s answer was lost', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.fails('chat.postMessage', { kind: 'reset-after', times: 2 });
    await room.workspace.person('ana').types('/incident update Half can book again', channel);
    // Each of the two is tried again in its turn.
    await room.pass(5 * MINUTE);
    await room.pass(5 * MINUTE);

    expect(thread(room)).toHaveLength(1);
    expect(channel.messages().filter((message) => message.visibleText().includes('Half can book'))).toHaveLength(1);
  });

  it('is not posted where somebody deleted the announcement', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [announcement] = room.workspace.channel('incidents').messages();
    const before = room.workspace.record.calls.length;
    Object.assign(announcement?.record ?? {}, { isDeleted: true });
    await room.workspace.person('ana').types('/incident update Half can book again', channel);
    await room.settle();

    expect(room.workspace.record.calls.length).toBeGreaterThan(before);
    expect(room.workspace.channel('incidents').messages()).toEqual([]);
  });

  it.each([
    ['update', 'This incident is closed'],
    ['update All is well', 'This incident is closed'],
  ])('is refused for %j once the incident is closed', async (text, why) => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    expect((await ana.types(`/incident ${text}`, channel)).text).toContain(why);
  });
});

describe('the next update', () => {
  it('is asked of whoever declared the incident when it is due, once', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident update Half can book', channel);
    await room.pass(30 * MINUTE - SECOND);
    expect(nudges(room, 'ana')).toEqual([]);

    await room.pass(SECOND);
    expect(nudges(room, 'ana')).toEqual([expect.stringContaining('Half can book')]);
    await room.pass(120 * MINUTE);
    expect(nudges(room, 'ana')).toHaveLength(1);
  });

  it('is asked of the commander where there is one', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident update Half can book', channel);
    await ana.types('/incident assign commander @ben', channel);
    await room.pass(30 * MINUTE);

    expect(nudges(room, 'ben')).toHaveLength(1);
    expect(nudges(room, 'ana')).toEqual([]);
  });

  it('is asked of the declarer where the commander is deactivated, or left a private incident', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    await ana.types('/incident assign commander @ben', 'inc-1-leak');
    await ana.types('/incident update Keys are rotated', 'inc-1-leak');
    await room.settle();
    room.workspace.person('ben').leaves('inc-1-leak');
    const channel = await declare(room);
    await ana.types('/incident assign commander @mahari', channel);
    await ana.types('/incident update Half can book', channel);
    room.workspace.changePerson('mahari', { isDeactivated: true });
    await room.pass(30 * MINUTE);

    expect(nudges(room, 'ana')).toHaveLength(2);
    expect(nudges(room, 'ben')).toEqual([]);
    expect(nudges(room, 'mahari')).toEqual([]);
  });

  it.each([
    ['another came', 'update All can book'],
    ['it is resolved', 'resolve'],
  ])('is asked of nobody where %s in time', async (_, command) => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident update Half can book', channel);
    await room.pass(20 * MINUTE);
    await ana.types(`/incident ${command}`, channel);
    await room.pass(20 * MINUTE);
    expect(nudges(room, 'ana')).toEqual([]);
  });

  it('is promised by nobody where the policy says never, or what was told is that it is over', async () => {
    const room = await openRoom({ policy: { updateEveryMinutes: 0 } });
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    expect((await ana.types('/incident update Half can book', channel)).text).toBe('The update is sent.');
    await ana.types('/incident resolve', channel);
    const { modal } = await ana.clicks('Update', channel.pins()[0] ?? channel.message('Declared'));
    await ana.submits(modal, { text: 'All can book', next: 'in 15 min' });
    await room.pass(120 * MINUTE);
    expect(nudges(room, 'ana')).toEqual([]);
    expect(card(channel)).not.toContain('next by');
  });
});
