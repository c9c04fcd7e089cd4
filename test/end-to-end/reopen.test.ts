import { describe, expect, it } from 'vitest';
import { DAY, type Instant, MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { heardBy, remindersOf } from '../support/heard.ts';
import { openRoom, type Room } from '../support/open-room.ts';

async function resolve(room: Room, channel: Channel, fix = 'Pool is larger now'): Promise<void> {
  await room.workspace.person('ana').types(`/incident resolve ${fix}`, channel);
  await room.settle();
}

async function close(room: Room, channel: Channel, words: Readonly<Record<string, string>> = {}): Promise<void> {
  const ana = room.workspace.person('ana');
  await closes(ana, channel, words);
  await room.settle();
}

function card(channel: Channel): string {
  return channel.pins()[0]?.visibleText() ?? '';
}

function draft(channel: Channel): string {
  const file = channel.files().findLast(({ name }) => name.endsWith('.md'));
  return file?.content?.toString() ?? '';
}

function sectionOf(document: string, title: string): string {
  return document.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
}

describe('reopening', () => {
  it('leads a closed incident back to investigating, everywhere it is shown', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await resolve(room, channel);
    await close(room, channel);

    const answer = await room.workspace.person('ana').types('/incident reopen Errors are *back*', channel);
    await room.settle();

    expect(answer.text).toBe('Now 🔥 investigating again.');
    expect(channel.message('reopened').visibleText()).toContain('closed → investigating: Errors are *back* — ana');
    expect(card(channel)).toContain('🔥 investigating');
    expect(card(channel)).not.toMatch(/· (?:resolved|closed)/u);
    expect(card(channel)).toContain('[Resolve]');
    expect(channel.topic).toContain('investigating');
    const announced = room.workspace.channel('incidents').messages()[0]?.visibleText();
    expect(announced).toContain('investigating');
    expect(announced).not.toContain('users affected until');
  });

  it('is done by the card’s button, once, however often it is pressed', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await resolve(room, channel);
    const [shown] = channel.pins();
    expect(shown?.visibleText()).toContain('[Reopen]');

    const first = await ana.clicks('Reopen', shown ?? channel.message('Declared'));
    await room.settle();
    const second = await ana.types('/incident reopen', channel);
    expect(first.text).toBe('Now 🔥 investigating again.');
    expect(second.text).toContain('It is still investigating: there is nothing to reopen.');
    const timeline = (await ana.types('/incident timeline', channel)).text;
    expect(timeline.match(/reopened/gu)).toHaveLength(1);
  });

  it('is what going back from resolved comes to', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await resolve(room, channel);
    await room.workspace.person('ana').types('/incident status investigating it is back', channel);
    await room.settle();
    expect(channel.message('reopened').visibleText()).toContain('resolved → investigating: it is back');
  });

  it('is named where a closed incident refuses another status', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await resolve(room, channel);
    await close(room, channel);
    const refused = await room.workspace.person('ana').types('/incident status monitoring', channel);
    expect(refused.text).toContain('`/incident reopen` opens it again');
  });

  it('lets it be closed once more: a new draft, with the words that people wrote before', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await resolve(room, channel);
    await close(room, channel, { summary: 'The pool was too small' });
    await room.workspace.person('ana').types('/incident reopen It is back', channel);
    await room.pass(30 * MINUTE);
    await resolve(room, channel);

    await close(room, channel, { lessons: 'Wait before closing' });
    expect(channel.files()).toHaveLength(6);
    expect(draft(channel)).toContain('The pool was too small');
    expect(draft(channel)).toContain('Wait before closing');
    expect(draft(channel)).toContain('closed → investigating: It is back');
    expect(draft(channel)).toContain('resolved 2024-05-07 14:30 UTC');
  });

  it('lets another fix take the place of one that did not hold, where nobody wrote of it', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident log 13:50 detected: An alert fired', channel);
    await resolve(room, channel, 'Restarted the service');
    await close(room, channel);
    await ana.types('/incident reopen It is back', channel);
    await room.pass(30 * MINUTE);
    await resolve(room, channel, 'Rolled back the release');
    await close(room, channel);

    const panel = (await ana.types('/incident postmortem', channel)).text;
    expect(`${draft(channel)}${panel}`).not.toContain('fix-contradicts-itself');
    expect(panel).toContain('*Resolution* · from the record\nRolled back the release');
    expect(sectionOf(draft(channel), 'Detection').match(/An alert fired/gu)).toHaveLength(1);
    expect(sectionOf(draft(channel), 'Resolution').match(/Restarted|Rolled back/gu)).toEqual([
      'Restarted',
      'Rolled back',
    ]);
    const posted = channel.messages().findLast((message) => message.visibleText().includes('Postmortem draft'));
    expect(posted?.visibleText()).toContain('*Resolution*\nRolled back the release');
    expect(posted?.visibleText()).not.toContain('Restarted');
  });

  it('forgets when it was resolved, should somebody have corrected that', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await room.pass(30 * MINUTE);
    await resolve(room, channel);
    const shown = await ana.types('/incident timeline', channel);
    const { modal } = await ana.clicks('Milestones', shown.messages[0] ?? channel.message('Declared'));
    await ana.submits(modal, { resolved: String(Date.parse('2024-05-07T14:10:00Z') / 1_000) });
    await close(room, channel);
    expect(card(channel)).toContain('resolved 2024-05-07 14:10 UTC');

    await ana.types('/incident reopen', channel);
    await room.settle();
    expect(card(channel)).not.toContain('· resolved');
    await resolve(room, channel);
    expect(card(channel)).toContain('resolved 2024-05-07 14:30 UTC');
  });

  it('leaves reminders as they are, and tells no owner again', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident action @ben Size the pool by 2024-05-09', channel);
    await resolve(room, channel);
    await close(room, channel);
    await ana.types('/incident reopen', channel);
    await room.pass(MINUTE);
    await resolve(room, channel);
    await close(room, channel);
    expect(heardBy(room, 'ben')).toEqual([expect.stringContaining('Size the pool')]);

    // On Thursday the 9th, and a day late.
    for (let days = 0; days < 4; days++) {
      await room.pass(DAY);
    }
    expect(remindersOf(room, 'ben')).toHaveLength(2);
  });

  it('has whoever declared it hear again of what nobody owns, and not whoever closed it', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ben = room.workspace.person('ben');
    ben.joins(channel);
    await resolve(room, channel);
    await closes(ben, channel);
    await ben.types('/incident action Size the pool by 2024-05-09', channel);
    await room.settle();
    await ben.types('/incident reopen Not over', channel);
    await room.settle();
    room.clock.set('2024-05-09T14:00:00.000Z' as Instant);
    await room.settle();

    expect(remindersOf(room, 'ana')).toEqual([expect.stringContaining('Size the pool')]);
    expect(remindersOf(room, 'ben')).toEqual([]);
  });

  it('stops the draft that closing asked for and that could not go out yet', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident action @ben Size the pool by 2024-05-09', channel);
    await resolve(room, channel);
    room.workspace.fails('chat.update', { kind: 'status', status: 503 });
    await closes(ana, channel);
    await ana.types('/incident reopen Not over', channel);
    await room.pass(10 * MINUTE);

    expect(channel.files()).toEqual([]);
    expect(card(channel)).toContain('investigating');
  });
});
