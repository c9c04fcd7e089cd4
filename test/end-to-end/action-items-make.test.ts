import { describe, expect, it } from 'vitest';
import { HOUR } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type RoomOptions } from '../support/open-room.ts';

async function openWithIncident(options: RoomOptions = {}, title = 'sev1 Booking is down') {
  const room = await openRoom(options);
  const channel = await declare(room, title);
  const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
  ben.joins(channel);
  await room.settle();
  return { room, channel, ana, ben };
}

/** The lines of the channel that show items, oldest first. */
function itemLines(channel: Channel): readonly string[] {
  return channel
    .messages()
    .map((message) => message.visibleText())
    .filter((text) => text.startsWith('🗒️ Action item'));
}

describe('an action item by command', () => {
  it('says whose it is, how urgent, of which kind and due when, and its owner is told once', async () => {
    const { room, channel, ana, ben } = await openWithIncident();
    const answer = await ana.types('/incident action @ben P1 detect: add alerts on pool saturation by friday', channel);
    await room.settle();

    expect(answer.text).toContain(
      'Action item added: add alerts on pool saturation · *P1* · *detect* · due *Fri 10 May 2024*. @ben is told now',
    );
    expect(itemLines(channel)).toHaveLength(1);
    const told = ben.directMessages().filter((message) => message.visibleText().includes('add alerts on pool'));
    expect(told).toHaveLength(1);
  });

  it('keeps the owner behind what is no priority, and takes no date for a title', async () => {
    const { channel, ana } = await openWithIncident();
    const answer = await ana.types('/incident action P5 @ben do it', channel);
    expect(answer.text).toContain('Action item added: P5 do it');
    expect(answer.text).toContain('@ben is told now');
    expect((await ana.types('/incident action detect: @ben watch it', channel)).text).toContain(
      'watch it · *detect* · due *Wed 22 May 2024* (15 days, SEV1). @ben is told now',
    );
    expect((await ana.types('/incident action @ben by friday', channel)).text).toContain('There are no words in it.');
    expect((await ana.types('/incident action @ben do it by yesterday', channel)).text).toContain(
      'Mon 6 May 2024 is over',
    );
    const unclear = await ana.types('/incident action @ben do it by the next sprint', channel);
    expect(unclear.messages[0]?.visibleText()).toContain(
      '“the next sprint” could not be read as one day, so it stayed in the text.',
    );
    const two = await ana.types('/incident action @ben @mahari do it by Fri 10 May 2024', channel);
    expect(two.messages[0]?.visibleText()).toContain('An item has one owner, so @mahari stayed in the text.');
    expect(two.messages[0]?.visibleText()).toContain('@mahari do it · due *Fri 10 May 2024*. @ben is told now');
    const last = await ana.types('/incident action do it by friday @ben', channel);
    expect(last.messages[0]?.visibleText()).toContain('@ben stands in the text: an owner comes first');
  });

  it('takes the priority before the owner too, and a group as owner', async () => {
    const { room, channel, ana } = await openWithIncident();
    const answer = await ana.types('/incident action P0 @dba prevent: size the pool until 2024-05-14', channel);
    await room.settle();

    expect(answer.text).toContain('size the pool · *P0* · *prevent* · due *Tue 14 May 2024*. @dba is told now');
    expect(room.workspace.person('mahari').directMessages()).toHaveLength(1);
  });

  it('is due by the policy where nobody says when, on a day on which its owner works', async () => {
    const { room, channel, ana } = await openWithIncident();
    expect((await ana.types('/incident action @ben fix the pool', channel)).text).toContain(
      'due *Wed 22 May 2024* (15 days, SEV1)',
    );
    await room.pass(72 * HOUR);
    expect((await ana.types('/incident action fix the retries', channel)).text).toContain(
      'due *Mon 27 May 2024* (15 days, SEV1). It has no owner yet: *Edit* gives it one.',
    );
  });

  it('keeps its date when the severity changes afterwards', async () => {
    const { room, channel, ana } = await openWithIncident();
    await ana.types('/incident action @ben fix the pool', channel);
    await ana.types('/incident severity sev3 fewer users', channel);
    await room.settle();
    expect(itemLines(channel)).toEqual([expect.stringContaining('Wed 22 May 2024')]);
    expect((await ana.types('/incident action @ben fix more', channel)).text).toContain('no due date yet');
  });

  it('leaves a time of day out, and says so', async () => {
    const { channel, ana } = await openWithIncident();
    const answer = await ana.types('/incident action @ben fix the pool by friday 17:00', channel);
    expect(answer.text).toContain('due *Fri 10 May 2024*');
    expect(answer.messages[0]?.visibleText()).toContain('An item is due on a day, so “17:00” was left out.');
  });

  it('asks of one that prevents or detects how one will see that it is done, and can be left alone', async () => {
    const { room, channel, ana } = await openWithIncident();
    const answer = await ana.types('/incident action @ben detect: improve monitoring by friday', channel);
    const [message] = answer.messages;
    expect(message?.visibleText()).toContain(
      'It is hard to see when this is done. For example: “alert when ___ > ___”',
    );
    const { modal } = await ana.clicks('Done when…', message as never);
    expect(modal?.visibleText()).toContain('alert when ___ > ___');
    await ana.submits(modal, { 'done-when': 'alert when waits > 100 ms' });
    await room.settle();
    expect(itemLines(channel)).toEqual([expect.stringContaining('done when alert when waits > 100 ms')]);

    const plain = await ana.types('/incident action @ben process: call the bank by friday', channel);
    expect(plain.messages[0]?.visibleText()).not.toContain('For example');
  });
});

describe('an action item by form', () => {
  it('can be owned by a group, and not by two', async () => {
    const { room, channel, ana } = await openWithIncident();
    const { modal } = await ana.uses('Create action item', ana.says('We should size the pool', channel));
    const entries = { title: 'Size the pool', owner: 'ben', group: '@dba', priority: 'P1', kind: 'prevent' };
    const both = await ana.submits(modal, entries);
    expect(both.errors).toEqual({ group: 'Choose a person or a group, not both.' });
    const sent = await ana.submits(modal, { ...entries, owner: '' });
    await room.settle();

    expect(sent.isClosed).toBe(true);
    expect(itemLines(channel)).toEqual([expect.stringContaining('Size the pool · @dba · due Wed 22 May 2024')]);
  });
});

describe('an action item by message shortcut', () => {
  it('keeps the words and the link of its message where Slack opens no form in time', async () => {
    const { room, channel, ana } = await openWithIncident();
    const message = ana.says('We should size the pool', channel);
    room.workspace.fails('views.open', { kind: 'status', status: 503 });
    const answer = await ana.uses('Create action item', message);
    await room.settle();
    const { modal } = await ana.clicks('Action item', answer.messages[0] ?? expect.unreachable());
    expect(modal?.field('title').value).toBe('We should size the pool');
    await ana.submits(modal, { owner: 'ben' });
    await room.settle();

    expect(itemLines(channel)).toEqual([expect.stringContaining('We should size the pool · @ben')]);
    expect(JSON.stringify(channel.message('Action item:').blocks)).toContain(`/p${message.ts.replace('.', '')}`);
  });
});

describe('an action item by reaction', () => {
  it('is made once of a message, however many react, with its first line and its link, and is confirmed', async () => {
    const { room, channel, ana, ben } = await openWithIncident();
    const message = ana.says(`Size the *pool*\nBecause it was full.`, channel);
    ana.reactsWith('clipboard', message);
    ben.reactsWith('clipboard::skin-tone-3', message);
    await room.settle();
    ana.takesBack('clipboard', message);
    ana.reactsWith('clipboard', message);
    await room.settle();

    expect(itemLines(channel)).toHaveLength(1);
    expect(itemLines(channel)[0]).toContain('Size the *pool* · _no owner yet_ · due Wed 22 May 2024');
    expect(itemLines(channel)[0]).not.toContain('Because');
    expect(channel.message('Because it was full').reactions.map(({ name }) => name)).toContain('memo');
  });

  it('is made of a long line cut to its beginning', async () => {
    const { room, channel, ana } = await openWithIncident();
    ana.reactsWith('clipboard', ana.says('word '.repeat(200), channel));
    await room.settle();
    expect(itemLines(channel)[0]).toContain('word word…');
    expect(itemLines(channel)[0]?.length).toBeLessThan(300);
  });

  it('is made by no emoji where the policy has none', async () => {
    const { room, channel, ana } = await openWithIncident();
    const message = ana.says('Size the pool', channel);
    await room.restart({
      actionItems: { dueDays: {}, dueDaysByKind: {}, reaction: undefined, teams: [], digestIn: undefined },
    });
    ana.reactsWith('clipboard', message);
    await room.settle();
    expect(itemLines(channel)).toEqual([]);
  });

  it('is made of what people marked while the bot was away', async () => {
    const { room, channel, ana } = await openWithIncident();
    const message = ana.says('Size the pool', channel);
    await room.settle();
    await room.bot.stop();
    ana.reactsWith('clipboard', message);
    await room.restart();
    await room.pass(3 * HOUR);
    expect(itemLines(channel)).toEqual([expect.stringContaining('Size the pool')]);
  });

  it('is none of what the bot itself said', async () => {
    const { room, channel, ana } = await openWithIncident();
    await ana.types('/incident action @ben fix the pool by friday', channel);
    await room.settle();
    ana.reactsWith('clipboard', channel.message('🗒️ Action item'));
    await room.settle();
    expect(itemLines(channel)).toHaveLength(1);
  });

  it('offers no group in a private incident', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    const secret = room.workspace.channels().find(({ name }) => name.startsWith('inc-1'));
    const { modal } = await ana.uses('Create action item', ana.says('We should rotate the keys', secret ?? ''));

    const names = modal?.fields().map(({ name }) => name);
    expect(names).toContain('owner');
    expect(names).not.toContain('group');
  });
});
