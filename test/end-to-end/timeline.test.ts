import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { closes } from '../support/closes.ts';
import { declare, transcript } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

async function timelineOf(room: Room): Promise<string> {
  const shown = await room.workspace.person('ana').types('/incident timeline', 'inc-1-booking-is-down');
  return shown.text;
}

describe('tagging a message', () => {
  it('puts it on the timeline at its own time, and confirms with a reaction', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    ben.joins(channel);
    const message = ben.says('Rolled back @ana & <co>', channel);
    await room.pass(5 * MINUTE);
    const before = channel.messages().length;

    ana.reactsWith('pushpin', message);
    await room.settle();

    expect(message.reactions).toEqual([
      { name: 'pushpin', users: [ana.id] },
      { name: 'memo', users: [room.workspace.botUserId] },
    ]);
    expect(channel.messages()).toHaveLength(before);
    expect(await timelineOf(room)).toMatch(/2024-05-07 14:00 UTC Rolled back @ana & <co> — ben/u);
  });

  it('does so once, however often Slack delivers it and however many people tag it', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const message = room.workspace.person('ana').says('Rolled back', channel);
    room.workspace.repeatsDeliveries(3);
    for (const name of ['ana', 'ben', 'mahari']) {
      room.workspace.person(name).joins(channel);
      room.workspace.person(name).reactsWith('pushpin', message);
    }
    await room.settle();

    const deliveries = room.workspace.record.deliveries.filter(({ payload }) =>
      JSON.stringify(payload).includes('reaction_added'),
    );
    expect(deliveries.length).toBeGreaterThanOrEqual(12);
    expect((await timelineOf(room)).split('Rolled back')).toHaveLength(2);
  });

  it.each([
    ['pushpin::skin-tone-3', '📌'],
    ['mag', '🔍'],
    ['bulb', '💡'],
    ['fish', '🐟'],
    ['white_check_mark', '✅'],
  ])('takes the kind from %s', async (reaction, emoji) => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    ana.reactsWith(reaction, ana.says('It was the pool', channel));
    await room.settle();

    expect(await timelineOf(room)).toMatch(new RegExp(`${emoji}.*It was the pool`, 'u'));
  });

  it('works on replies, alerts of other apps and files', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const alert = room.workspace.postAs('Alertmanager', channel, 'Error rate above 5%');
    const reply = ana.says('I see it', channel, { thread: alert });
    const picture = ana.says('', channel, { files: { 'graph.png': 'PNG' } });
    for (const message of [alert, reply, picture]) {
      ana.reactsWith('pushpin', message);
    }
    await room.settle();

    const timeline = await timelineOf(room);
    expect(timeline).toContain('Error rate above 5%');
    expect(timeline).toContain('I see it');
    expect(timeline).toContain('(no words) 📎 graph.png');
  });

  it('leaves alone other reactions and other channels', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    ana.reactsWith('joy', ana.says('ha', channel));
    ana.reactsWith('pushpin', ana.says('lunch?', 'incidents'));
    await room.settle();

    expect(await timelineOf(room)).not.toMatch(/ha\b|lunch/u);
    expect(room.workspace.record.deliveries.every(({ status }) => status === 200)).toBe(true);
  });
});

describe('logging an event', () => {
  it('shows as one quiet line in the channel, and says how the time was read', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.person('ben').joins(channel);
    const answer = await room.workspace
      .person('ben')
      .types('/incident log 9:45 mitigation: Restarted <db1> & db2', channel);
    await room.settle();

    expect(answer.text).toContain('On the timeline at 2024-05-07 09:45 UTC-4 (13:45 UTC) as mitigation.');
    const lines = channel.messages().filter((message) => message.visibleText().startsWith('🚧'));
    expect(lines.map((line) => line.visibleText())).toEqual([expect.stringContaining('Restarted <db1> & db2')]);
    expect(lines[0]?.blocks[0]?.type).toBe('context');
  });

  it.each([
    ['10m ago Saw it', '2024-05-07 13:50 UTC'],
    ['yesterday 18:20 Deployed', '2024-05-06 18:20 UTC'],
    ['13:10 UTC Alarm', '2024-05-07 13:10 UTC'],
    ['2024-05-07T12:00:00Z Deployed', '2024-05-07 12:00 UTC'],
    ['Just now', '2024-05-07 14:00 UTC'],
  ])('reads %j', async (text, time) => {
    const room = await openRoom();
    const channel = await declare(room);
    const answer = await room.workspace.person('ana').types(`/incident log ${text}`, channel);
    expect(answer.text).toContain(`On the timeline at ${time}.`);
  });

  it('works in a thread by mention, at the time of the mention', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    ben.joins(channel);
    const start = ana.says('What do we know?', channel);
    ben.says('@faultline log 5 minutes ago the pool ran dry', undefined, { thread: start });
    await room.settle();

    expect(await timelineOf(room)).toMatch(/2024-05-07 13:55 UTC.*the pool ran dry/u);
    const answers = ben.sees(channel).filter(({ ephemeralFor }) => ephemeralFor === 'ben');
    expect(answers.at(-1)?.visibleText()).toContain('On the timeline at');
    expect(answers.at(-1)?.threadTs).toBe(start.ts);
  });

  it('works by shortcut on a message, with its text and time filled in', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const message = ana.says('The pool ran dry', channel);
    await room.pass(3 * MINUTE);
    const { modal } = await ana.uses('Add to timeline', message);
    expect(modal?.field('text').value).toBe('The pool ran dry');

    const sent = await ana.submits(modal, { kind: 'cause-found' });
    await room.settle();

    expect(sent).toMatchObject({ isClosed: true, errors: {} });
    expect(await timelineOf(room)).toMatch(/💡 2024-05-07 14:00 UTC \*cause found\*: The pool ran dry/u);
    const again = await ana.uses('Add to timeline', message);
    expect(again.modal?.title).toBe('Correct the timeline');
    expect(again.modal?.field('text').value).toBe('The pool ran dry');
  });

  it('refuses a second form on a message that came onto the timeline meanwhile', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const message = ana.says('The pool ran dry', channel);
    const { modal } = await ana.uses('Add to timeline', message);
    ana.reactsWith('pushpin', message);
    await room.settle();

    const refused = await ana.submits(modal, {});
    expect(refused.errors).toEqual({ text: 'That message is on the timeline already.' });
  });

  it('takes late events after the close', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    await room.settle();
    await ana.types('/incident log 13:30 UTC I had seen this before', channel);
    await room.settle();

    expect(await timelineOf(room)).toMatch(/13:30 UTC.*I had seen this before/u);
    expect(transcript(channel)).toContain('I had seen this before');
  });
});
