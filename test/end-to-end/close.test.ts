import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

function fileOf(channel: Channel, ending: string): string {
  return (
    channel
      .files()
      .findLast(({ name }) => name.endsWith(ending))
      ?.content?.toString() ?? ''
  );
}

async function resolved(room: Room): Promise<Channel> {
  const channel = await declare(room);
  const ana = room.workspace.person('ana');
  await ana.types('/incident log 13:50 detected: Alarm rang', channel);
  await ana.types('/incident action @ben prevent: Size the pool by 2024-05-10', channel);
  await ana.types('/incident action @mahari detect: Watch the pool by 2024-05-09', channel);
  await room.pass(30 * MINUTE);
  await ana.types('/incident resolve Pool is larger now', channel);
  await room.settle();
  return channel;
}

describe('closing', () => {
  it('asks in a form that the record has filled in, and posts the draft with what is missing', async () => {
    const room = await openRoom();
    const channel = await resolved(room);
    const ana = room.workspace.person('ana');

    const { modal } = await ana.types('/incident close', channel);
    expect(modal?.fields().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['summary', 'customer-impact', 'root-cause', 'contributing-factors', 'lessons']),
    );
    expect(modal?.field('resolution').value).toContain('Pool is larger now');
    const sent = await ana.submits(modal, { 'root-cause': 'The pool was *too* small\n\n- 10 <connections>' });
    await room.settle();

    expect(sent).toMatchObject({ failed: undefined, errors: {}, isClosed: true });
    expect(channel.files().map(({ name }) => name)).toEqual([
      'inc-1-postmortem.md',
      'inc-1-postmortem.html',
      'inc-1-postmortem.json',
    ]);
    expect(fileOf(channel, '.md')).toContain('The pool was \\*too\\* small');
    expect(fileOf(channel, '.md')).toContain('Alarm rang');
    expect(fileOf(channel, '.html')).toContain('10 &lt;connections&gt;');
    const posted = channel.message('Postmortem draft of INC-1');
    expect(posted.visibleText()).toContain('impact');
    expect(channel.topic).toContain('closed');
  });

  it('tells every owner their action items', async () => {
    const room = await openRoom();
    const channel = await resolved(room);
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.types('/incident close', channel)).modal, {});
    await room.settle();

    const [toBen] = room.workspace.person('ben').directMessages();
    expect(toBen?.visibleText()).toContain('*INC-1* Booking is down is closed. This action item is yours:');
    expect(toBen?.visibleText()).toContain('Size the pool');
    expect(toBen?.visibleText()).toContain('due 2024-05-10');
    expect(room.workspace.person('mahari').directMessages()).toHaveLength(1);
    expect(ana.directMessages()).toEqual([]);
  });

  it('happens once, when two send the form at the same moment', async () => {
    const room = await openRoom();
    const channel = await resolved(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    ben.joins(channel);
    const [first, second] = [await ana.types('/incident close', channel), await ben.types('/incident close', channel)];
    const outcomes = await Promise.all([
      ana.submits(first.modal, { summary: 'Ana’s words' }),
      ana.submits(first.modal, { summary: 'Ana’s words' }),
      ben.submits(second.modal, { summary: 'Ben’s words' }),
    ]);
    await room.settle();

    const [once, again, other] = outcomes.map(({ errors }) => Object.keys(errors).length === 0);
    expect(again).toBe(once);
    expect(other).toBe(!once);
    expect(channel.messages().filter((message) => message.visibleText().includes('Postmortem draft'))).toHaveLength(1);
    expect(channel.files()).toHaveLength(3);
    expect(room.workspace.person('mahari').directMessages()).toHaveLength(1);
  });

  it('keeps the form open, words and all, while it is refused', async () => {
    const room = await openRoom();
    const channel = await resolved(room);
    const ana = room.workspace.person('ana');
    const { modal } = await ana.types('/incident close', channel);
    await ana.types('/incident status investigating it is back', channel);
    const sent = await ana.submits(modal, { summary: 'All my words' });

    expect(sent.isClosed).toBe(false);
    expect(sent.errors.summary).toContain('It is still investigating');
    expect(modal?.field('summary').value).toBe('All my words');
  });

  it('waits for the resolution', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const answer = await room.workspace.person('ana').types('/incident close', channel);
    expect(answer.modal).toBeUndefined();
    expect(answer.text).toContain('It is still investigating. When users have stopped hurting say `/incident resolve`');
  });

  it('lets the postmortem be written on, and posts the new draft', async () => {
    const room = await openRoom();
    const channel = await resolved(room);
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.types('/incident close', channel)).modal, { summary: 'First words' });
    await room.settle();
    const { modal } = await ana.clicks('Edit postmortem', channel.message('Postmortem draft'));
    expect(modal?.field('summary').value).toBe('First words');
    await ana.submits(modal, { summary: 'Better words' });
    await room.settle();

    expect(fileOf(channel, '.md')).toContain('Better words');
    expect((await ana.types('/incident postmortem', channel)).text).toContain('The draft is posted in this channel');
  });
});

describe('action items', () => {
  it('are reminded of at 09:00 where their owner is, on the day after the due date', async () => {
    const room = await openRoom();
    const channel = await resolved(room);
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.types('/incident close', channel)).modal, {});
    await room.settle();
    const mahari = room.workspace.person('mahari');

    // 09:00 of 10 May in Addis Ababa is 06:00 in UTC.
    await room.settle();
    room.clock.set('2024-05-10T05:59:59.000Z' as Instant);
    await room.settle();
    expect(mahari.directMessages()).toHaveLength(1);
    await room.pass(1_000);
    expect(mahari.directMessages().at(-1)?.visibleText()).toContain('⏰ Overdue, from *INC-1* Booking is down');
    expect(mahari.directMessages().at(-1)?.visibleText()).toContain('Watch the pool');
    expect(room.workspace.person('ben').directMessages()).toHaveLength(1);

    // 09:00 of 11 May in New York is 13:00 in UTC.
    await room.pass(DAY + 7 * HOUR);
    expect(room.workspace.person('ben').directMessages()).toHaveLength(2);
    await room.pass(3 * DAY);
    expect(mahari.directMessages()).toHaveLength(2);
  });

  it('are reminded of no more once they are done', async () => {
    const room = await openRoom();
    const channel = await resolved(room);
    const [ana, mahari] = [room.workspace.person('ana'), room.workspace.person('mahari')];
    await ana.submits((await ana.types('/incident close', channel)).modal, {});
    await room.settle();
    const [told] = mahari.directMessages();
    const done = await mahari.clicks('Done', told ?? channel.message('x'));
    await room.pass(5 * DAY);

    expect(done.text).toContain('Done: Watch the pool. Thank you.');
    expect(mahari.directMessages().filter((message) => message.visibleText().includes('Overdue'))).toEqual([]);
  });

  it('are made of a message by shortcut', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const message = ana.says('We should size the pool', channel);
    const { modal } = await ana.uses('Create action item', message);
    expect(modal?.field('title').value).toBe('We should size the pool');
    const sent = await ana.submits(modal, { title: 'Size the pool', owner: 'ben', due: '2024-05-20', kind: 'prevent' });
    await room.settle();

    expect(sent.isClosed).toBe(true);
    expect(channel.message('Action item:').visibleText()).toContain('*prevent*: Size the pool · @ben · due 2024-05-20');
  });

  it('belong in a private incident only to who is in its channel', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    const refused = await ana.types('/incident action @ben Rotate the key by friday', 'inc-1-leak');
    await room.settle();
    expect(refused.text).toContain('This incident is private');

    ana.invites('ben', 'inc-1-leak');
    await room.settle();
    expect((await ana.types('/incident action @ben Rotate the key by friday', 'inc-1-leak')).text).toContain(
      'Action item added, due 2024-05-10',
    );
  });
});
