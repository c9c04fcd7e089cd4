import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { engines } from '../support/engines.ts';
import { openRoom, type Room, type RoomOptions } from '../support/open-room.ts';

const kept = { transcript: { isKept: true, retentionDays: 90 } };

async function opened(options: RoomOptions = {}) {
  const room = await openRoom({ policy: kept, ...options });
  const channel = await declare(room);
  const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
  ben.joins(channel);
  await room.settle();
  return { room, channel, ana, ben };
}

async function close(room: Room, channel: Channel): Promise<void> {
  const ana = room.workspace.person('ana');
  await ana.types('/incident resolve', channel);
  await closes(ana, channel);
  await room.settle();
}

/** The newest draft, of that kind of file. */
function draft(channel: Channel, ending = '.md'): string {
  const files = channel.files().filter(({ name }) => name.endsWith(ending));
  return files.at(-1)?.content?.toString() ?? '';
}

/** The appendix of the Markdown file. */
function appendix(channel: Channel): string {
  return draft(channel).split('## Transcript\n\n')[1] ?? '';
}

async function closedAppendix(room: Room, channel: Channel): Promise<string> {
  await close(room, channel);
  return appendix(channel);
}

async function draftAgain(room: Room, channel: Channel): Promise<string> {
  await room.workspace.person('ana').clicks('Post the files again', channel.message('Postmortem draft'));
  await room.settle();
  return appendix(channel);
}

describe.each(engines)('the transcript on $name', (engine) => {
  it('stands at the end of the postmortem’s files, by day, threads indented, and not in its message', async () => {
    const { room, channel, ana, ben } = await opened({ engine });
    const question = ana.says('What do we <know> & *see*?', channel);
    await room.pass(MINUTE);
    room.workspace.postAs('Alertmanager', channel, 'Error rate above 5%');
    ben.says('The pool\nis full, @mahari', channel, { thread: question });
    ben.says('', channel, { files: { 'graph.png': 'PNG' } });
    await room.pass(DAY);
    ana.says('Good morning', channel);
    ben.says('And in the thread', channel, { thread: question });
    await close(room, channel);

    expect(appendix(channel)).toBe(
      [
        '### 2024-05-07 (Tuesday)',
        '',
        '- 14:00 UTC **ana:** What do we &lt;know> & \\*see\\*?',
        '  - 14:01 UTC **ben:** The pool\\',
        '    is full, @mahari',
        '  - 2024-05-08 14:01 UTC **ben:** And in the thread',
        '- 14:01 UTC **Alertmanager:** Error rate above 5%',
        '- 14:01 UTC **ben:** \\[file: graph.png\\]',
        '',
        '### 2024-05-08 (Wednesday)',
        '',
        '- 14:01 UTC **ana:** Good morning',
        '',
      ].join('\n'),
    );
    const page = draft(channel, '.html');
    expect(page).toContain('<div class="text">What do we &lt;know&gt; &amp; *see*?</div>');
    expect(page).toContain('<li class="reply"><time datetime="2024-05-07T14:01:00.000Z">14:01 UTC</time> <b>ben</b>');
    const message = channel.message('Postmortem draft').visibleText();
    expect(message).not.toContain('Transcript');
    expect(message).not.toContain('Good morning');
  });
});

describe('a message that is kept', () => {
  it('is kept when it arrives, and costs no call to Slack', async () => {
    const { room, channel, ana } = await opened();
    const before = room.workspace.record.calls.length;
    ana.says('The pool is full', channel);
    ana.edits(ana.says('@ben look', channel), '@ben look at it');
    await room.settle();

    expect(room.workspace.record.calls).toHaveLength(before);
    expect(await closedAppendix(room, channel)).toContain('**ana:** @ben look at it _(edited)_');
  });

  it('stands once, however often Slack delivers it', async () => {
    const { room, channel, ana } = await opened();
    room.workspace.repeatsDeliveries(3);
    ana.edits(ana.says('The pool is full', channel), 'The pool is empty');
    await room.settle();

    expect((await closedAppendix(room, channel)).split('The pool')).toHaveLength(2);
  });

  it('loses its words when its author deletes it, also one with replies, and its place stays', async () => {
    const { room, channel, ana, ben } = await opened();
    const [secret, root] = [ana.says('password: hunter2', channel), ana.says('token: abc', channel)];
    ben.says('do not post that', channel, { thread: root });
    ana.deletes(secret);
    ana.deletes(root);
    await room.settle();

    expect(await closedAppendix(room, channel)).toBe(
      '### 2024-05-07 (Tuesday)\n\n' +
        '- 14:00 UTC **ana:** _(message deleted)_\n' +
        '- 14:00 UTC **ana:** _(message deleted)_\n' +
        '  - 14:00 UTC **ben:** do not post that\n',
    );
    expect(draft(channel, '.html')).not.toMatch(/hunter2|token: abc/u);
  });

  it('names people and groups whom nobody knew when it was said', async () => {
    const { room, channel, ana } = await opened();
    const zoe = room.workspace.addPerson({ name: 'zoe' });
    zoe.joins(channel);
    ana.says('@zoe and @dba, please look', channel);
    zoe.says('I am new here', channel);
    const words = await closedAppendix(room, channel);

    expect(words).toContain('**ana:** @zoe and @dba, please look');
    expect(words).toContain('**zoe:** I am new here');
    expect(words).not.toContain(zoe.id);
  });

  it('is none of the bot’s own, none of Slack’s notes and none that only one person saw', async () => {
    const { room, channel, ana } = await opened();
    await ana.types('/incident log restarted the database', channel);
    await ana.types('/incident list', channel);
    ana.says('The only word', channel);
    await room.settle();
    room.workspace.person('mahari').joins(channel);

    expect(await closedAppendix(room, channel)).toBe(
      '### 2024-05-07 (Tuesday)\n\n- 14:00 UTC **ana:** The only word\n',
    );
  });

  it('is of an incident’s channel, and of no other', async () => {
    const { room, channel, ana } = await opened();
    ana.says('lunch?', 'incidents');

    expect(await closedAppendix(room, channel)).toBe('');
    expect(draft(channel)).not.toContain('Transcript');
  });

  it('is kept of a private incident too, and seen by whoever sees its draft', async () => {
    const room = await openRoom({ policy: kept });
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    const channel = room.workspace.channel('inc-1-leak');
    ana.says('Only among us', channel);

    expect(await closedAppendix(room, channel)).toContain('Only among us');
    expect(channel.isPrivate).toBe(true);
  });
});

describe('what was said while nobody listened', () => {
  it('is kept at the next start: messages, edits and deletions, in threads as well', async () => {
    const { room, channel, ana, ben } = await opened();
    const root = ana.says('root', channel);
    const [edited, deleted] = [ana.says('first words', channel), ana.says('a secret', channel)];
    const [replied, lonely] = [ben.says('a secret reply', channel, { thread: root }), ana.says('lonely root', channel)];
    const orphan = ben.says('a secret orphan', channel, { thread: lonely });
    await room.settle();
    await room.bot.stop();
    room.clock.advance(2 * MINUTE);
    ana.edits(edited, 'second words');
    ana.deletes(deleted);
    ben.deletes(replied);
    ben.deletes(orphan);
    ana.deletes(lonely);
    ben.says('said meanwhile', channel);
    ben.says('replied meanwhile', channel, { thread: root });
    await room.workspace.settled();
    await room.restart();
    await room.settle();

    const words = await closedAppendix(room, channel);
    expect(words).not.toMatch(/secret|first words|lonely/u);
    expect(words.match(/_\(message deleted\)_/gu)).toHaveLength(4);
    expect(words).toContain('**ana:** second words _(edited)_');
    expect(words).toContain('- 14:02 UTC **ben:** said meanwhile');
    expect(words).toContain('  - 14:02 UTC **ben:** replied meanwhile');
  });

  it('is left as it was heard a moment ago, and looked at once more a little later', async () => {
    const { room, channel, ana } = await opened();
    const secret = ana.says('a secret', channel);
    await room.settle();
    ana.removes('faultline', channel);
    ana.deletes(secret);
    ana.invites('faultline', channel);
    await room.pass(3 * MINUTE);

    expect(await closedAppendix(room, channel)).toBe(
      '### 2024-05-07 (Tuesday)\n\n- 14:00 UTC **ana:** _(message deleted)_\n',
    );
  });

  it('is kept of an open incident when the policy begins to keep words, and its card says so from then on', async () => {
    const { room, channel, ana } = await opened({ policy: {} });
    ana.says('Before anybody knew', channel);
    await room.settle();
    expect(channel.pins()[0]?.visibleText()).not.toContain('kept');

    await room.restart(kept);
    await room.settle();

    const card =
      'Messages here are kept for the postmortem, and deleted 90 days after the incident is closed or canceled.';
    expect(channel.pins()[0]?.visibleText()).toContain(card);
    expect(await closedAppendix(room, channel)).toContain('Before anybody knew');
  });
});

describe('the policy', () => {
  it('is off at first: nothing is kept', async () => {
    const { room, channel, ana } = await opened({ policy: {} });
    ana.edits(ana.says('lunch?', channel), 'lunch!');

    expect(await closedAppendix(room, channel)).toBe('');
    await room.restart(kept);
    expect(await draftAgain(room, channel)).toBe('');
  });

  it('tells people on the card from the start', async () => {
    const { channel } = await opened({ policy: { transcript: { isKept: true, retentionDays: 1 } } });

    expect(channel.pins()[0]?.visibleText()).toContain('deleted 1 day after the incident is closed or canceled.');
  });

  it('deletes what was kept so many days after the close, and not before', async () => {
    const { room, channel, ana } = await opened({ policy: { transcript: { isKept: true, retentionDays: 3 } } });
    ana.says('The pool is full', channel);
    await room.pass(5 * DAY);
    expect(await closedAppendix(room, channel)).toContain('The pool is full');

    await room.pass(2 * DAY);
    expect(await draftAgain(room, channel)).toContain('The pool is full');
    await room.pass(2 * DAY);
    expect(await draftAgain(room, channel)).toBe('');

    ana.says('Said long after', channel);
    await room.settle();
    expect(await draftAgain(room, channel)).toBe('');
  });

  it('stops keeping when it is turned off, still drops what is deleted, and lets the days run out', async () => {
    const { room, channel, ana } = await opened({ policy: { transcript: { isKept: true, retentionDays: 3 } } });
    const [said, secret] = [ana.says('The pool is full', channel), ana.says('a secret', channel)];
    await room.settle();
    await room.restart({ transcript: { isKept: false, retentionDays: 3 } });
    ana.deletes(secret);
    ana.edits(said, 'The pool is empty');
    ana.says('After it was turned off', channel);
    await room.settle();
    expect(await closedAppendix(room, channel)).toBe('');

    await room.restart({ transcript: { isKept: true, retentionDays: 3 } });
    const words = await draftAgain(room, channel);
    expect(words).toContain('The pool is empty _(edited)_');
    expect(words).toContain('_(message deleted)_');
    expect(words).not.toMatch(/secret|turned off/u);

    await room.restart({ transcript: { isKept: false, retentionDays: 3 } });
    await room.pass(4 * DAY);
    await room.restart({ transcript: { isKept: true, retentionDays: 3 } });
    expect(await draftAgain(room, channel)).toBe('');
  });
});
