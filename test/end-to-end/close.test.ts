import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Modal } from '../../src/sandbox/people/modal.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { closes, sendsSteps } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { heardBy, remindersOf } from '../support/heard.ts';
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
      expect.arrayContaining(['summary', 'affected', 'impact-started', 'detection', 'root-cause', 'resolution']),
    );
    expect(modal?.field('resolution').value).toContain('Pool is larger now');
    expect(modal?.field('detection').value).toBe('Alarm rang (ana)');
    const second = await ana.submits(modal, { 'root-cause': 'The pool was *too* small\n\n- 10 <connections>' });
    expect(channel.files()).toEqual([]);
    const sent = await ana.submits(second.modal, { lessons: 'Measure the pool' });
    await room.settle();

    expect(sent).toMatchObject({ failed: undefined, errors: {}, isClosed: true });
    expect(channel.files().map(({ name }) => name)).toEqual([
      'inc-1-postmortem.md',
      'inc-1-postmortem.html',
      'inc-1-postmortem.json',
    ]);
    expect(fileOf(channel, '.md')).toContain('The pool was \\*too\\* small');
    expect(fileOf(channel, '.md')).toContain('Alarm rang');
    expect(fileOf(channel, '.md')).toContain('Measure the pool');
    expect(fileOf(channel, '.html')).toContain('10 &lt;connections&gt;');
    const posted = channel.message('Postmortem draft of INC-1');
    expect(posted.visibleText()).toContain('impact');
    expect(channel.topic).toContain('closed');
  });

  it('tells no owner again of what they heard when it became theirs', async () => {
    const room = await openRoom();
    const channel = await resolved(room);
    const heard = () => ['ana', 'ben', 'mahari'].map((name) => heardBy(room, name));
    const before = heard();
    await closes(room.workspace.person('ana'), channel);
    await room.settle();

    expect(before).toEqual([
      [],
      [expect.stringContaining('Size the pool')],
      [expect.stringContaining('Watch the pool')],
    ]);
    expect(heard()).toEqual(before);
  });

  it('happens once, when two send the form at the same moment', async () => {
    const room = await openRoom();
    const channel = await resolved(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    ben.joins(channel);
    const second = async (person: Person, summary: string) =>
      (await person.submits((await person.types('/incident close', channel)).modal, { summary })).modal;
    const [hers, his] = [await second(ana, 'Ana’s words'), await second(ben, 'Ben’s better words')];
    const outcomes = await Promise.all([
      ana.submits(hers, { lessons: 'Ana’s lesson' }),
      ana.submits(hers, { lessons: 'Ana’s lesson' }),
      ben.submits(his, { 'went-well': 'Ben’s praise' }),
    ]);
    await room.settle();

    expect(outcomes.map(({ failed, errors }) => ({ failed, errors }))).toEqual(
      outcomes.map(() => ({ failed: undefined, errors: {} })),
    );
    expect(channel.messages().filter((message) => message.visibleText().includes('Postmortem draft'))).toHaveLength(1);
    expect(room.workspace.person('mahari').directMessages()).toHaveLength(1);
    for (const words of ['Ben’s better words', 'Ana’s lesson', 'Ben’s praise']) {
      expect(channel.canvases().at(-1)?.markdown).toContain(words);
    }
  });

  it('keeps the words of a form that cannot close it any more, and gives them back', async () => {
    const room = await openRoom();
    const channel = await resolved(room);
    const ana = room.workspace.person('ana');
    const { modal } = await ana.types('/incident close', channel);
    const second = await ana.submits(modal, { summary: 'All my words' });
    await ana.types('/incident status investigating it is back', channel);
    const sent = await ana.submits(second.modal, { lessons: 'All my lessons' });

    expect(sent.modal?.visibleText()).toContain('It is still investigating');
    expect(sent.modal?.visibleText()).toContain('Your words are saved.');
    expect(channel.topic).not.toContain('closed');
    await ana.types('/incident resolve', channel);
    await room.settle();
    await ana.clicks('Go on writing', sent.modal as Modal);
    expect(ana.modal?.field('summary').value).toBe('All my words');
    expect((await ana.submits(ana.modal)).modal?.field('lessons').value).toBe('All my lessons');
  });

  it('waits for the resolution', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const answer = await room.workspace.person('ana').types('/incident close', channel);
    expect(answer.modal).toBeUndefined();
    expect(answer.text).toContain('It is still investigating. When users have stopped hurting say `/incident resolve`');
  });

  it('lets the postmortem be written on, and posts its files again when somebody asks', async () => {
    const room = await openRoom();
    const channel = await resolved(room);
    const ana = room.workspace.person('ana');
    await closes(ana, channel, { summary: 'First words' });
    await room.settle();
    const { modal } = await ana.clicks('Edit postmortem', channel.message('Postmortem draft'));
    expect(modal?.field('summary').value).toBe('First words');
    await sendsSteps(ana, modal, { summary: 'Better words' });
    await room.settle();

    expect(fileOf(channel, '.md')).toContain('First words');
    expect((await ana.types('/incident postmortem', channel)).text).toContain('as they were when they were posted');
    const pressed = await ana.clicks('Post the files again', channel.message('Postmortem draft'));
    await room.settle();
    expect(pressed.text).toContain('I post the files as they are now.');
    expect(fileOf(channel, '.md')).toContain('Better words');
    expect(channel.files()).toHaveLength(6);
    expect(channel.messages().filter((message) => message.visibleText().includes('Postmortem draft'))).toHaveLength(1);
  });
});

describe('action items', () => {
  it('are reminded of at 09:00 where their owner is, on the due date and after it', async () => {
    const room = await openRoom();
    const channel = await resolved(room);
    const ana = room.workspace.person('ana');
    await closes(ana, channel);
    await room.settle();
    // 09:00 in Addis Ababa is 06:00 in UTC, in New York 13:00. It is Thursday the 9th.
    room.clock.set('2024-05-09T05:59:59.000Z' as Instant);
    await room.settle();
    expect(remindersOf(room, 'mahari')).toEqual([]);
    await room.pass(1_000);
    expect(remindersOf(room, 'mahari')).toEqual([expect.stringContaining('Watch the pool')]);
    // Two days before the due date was two hours before he had the item.
    expect(remindersOf(room, 'ben')).toEqual([]);

    await room.pass(DAY);
    expect(remindersOf(room, 'mahari')).toHaveLength(2);
    await room.pass(7 * HOUR);
    expect(remindersOf(room, 'ben')).toEqual([expect.stringContaining('Size the pool')]);
    await room.pass(2 * DAY);
    expect([remindersOf(room, 'mahari'), remindersOf(room, 'ben')].map(({ length }) => length)).toEqual([2, 1]);
  });

  it('are reminded of no more once they are done', async () => {
    const room = await openRoom();
    const channel = await resolved(room);
    const [ana, mahari] = [room.workspace.person('ana'), room.workspace.person('mahari')];
    await closes(ana, channel);
    await room.settle();
    const [told] = mahari.directMessages();
    const done = await mahari.clicks('Done', told ?? channel.message('x'));
    await room.pass(5 * DAY);

    expect(done.text).toContain('Done: Watch the pool. Thank you.');
    expect(remindersOf(room, 'mahari')).toEqual([]);
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
    expect(channel.message('Action item:').visibleText()).toContain(
      '*prevent*: Size the pool · @ben · due Mon 20 May 2024',
    );
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
      'Action item added: Rotate the key · due *Fri 10 May 2024*',
    );
  });
});

describe('closing by two at once', () => {
  it('tells the later one that it is closed, and keeps their words', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    ben.joins(channel);
    await ana.types('/incident resolve', channel);
    await room.settle();
    const { modal } = await ana.types('/incident close', channel);
    await closes(ben, channel);
    await room.settle();
    await sendsSteps(ana, modal, { summary: 'Nobody could book' });

    expect(ana.modal?.title).toBe('Already closed');
    expect(ana.modal?.visibleText()).toContain('Somebody closed it meanwhile. Your words are saved.');
  });
});
