import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { askDatabase } from '../support/engines.ts';
import { openRoom, type Room } from '../support/open-room.ts';

async function timelineOf(room: Room): Promise<string> {
  return (await room.workspace.person('ana').types('/incident timeline', 'inc-1-booking-is-down')).text;
}

async function withTagged(words: string) {
  const room = await openRoom();
  const channel = await declare(room);
  const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
  ben.joins(channel);
  const message = ben.says(words, channel);
  ana.reactsWith('pushpin', message);
  await room.settle();
  return { room, channel, ana, ben, message };
}

async function draftOf(room: Room): Promise<string> {
  const ana = room.workspace.person('ana');
  const channel = room.workspace.channel('inc-1-booking-is-down');
  await ana.types('/incident resolve', channel);
  await closes(ana, channel);
  await room.settle();
  return (
    channel
      .files()
      .find(({ name }) => name.endsWith('.md'))
      ?.content?.toString() ?? ''
  );
}

describe('the timeline follows the reactions', () => {
  it('a second kind on the same message changes its kind, and taking it back changes it again', async () => {
    const { room, ben, message } = await withTagged('It was the patch');
    ben.reactsWith('fish', message);
    await room.settle();
    expect(await timelineOf(room)).toMatch(/🐟.*\*misleading path\*: It was the patch/u);

    ben.takesBack('fish', message);
    await room.settle();
    expect(await timelineOf(room)).toMatch(/📌 .*It was the patch/u);
  });

  it('without the last reaction the event is struck, and in no draft', async () => {
    const { room, ana, message } = await withTagged('Said too early');
    ana.takesBack('pushpin', message);
    await room.settle();

    expect(await timelineOf(room)).toContain('~Said too early~ _retracted_');
    expect(message.reactions.map(({ name }) => name)).toEqual([]);
    expect(await draftOf(room)).not.toContain('Said too early');
  });

  it('comes back when it is tagged again', async () => {
    const { room, ana, ben, message } = await withTagged('Said too early');
    ana.takesBack('pushpin', message);
    await room.settle();
    ben.reactsWith('bulb', message);
    await room.settle();

    expect(await timelineOf(room)).toMatch(/💡.*\*cause found\*: Said too early — ben/u);
    expect(message.reactions.map(({ name }) => name)).toEqual(['bulb', 'memo']);
  });

  it('stays while one of two people still tags it, and names both in the postmortem', async () => {
    const { room, ana, message } = await withTagged('Pool is full');
    const mahari = room.workspace.person('mahari');
    mahari.joins('inc-1-booking-is-down');
    mahari.reactsWith('pushpin', message);
    await room.settle();
    expect(await timelineOf(room)).toContain('tagged by ana, mahari');
    ana.takesBack('pushpin', message);
    await room.settle();

    expect(await timelineOf(room)).not.toContain('retracted');
    expect(await draftOf(room)).toMatch(/\| mahari \|.*kept the timeline/u);
  });

  it('ends in the same, in whatever order Slack delivers: a removal before its reaction', async () => {
    const { room, ana, message } = await withTagged('Pool is full');
    await room.bot.stop();
    ana.takesBack('pushpin', message);
    await room.workspace.settled();
    // So that nothing but Slack's repeated deliveries tells of it.
    room.workspace.fails('conversations.history', { kind: 'error', error: 'not_in_channel' });
    await room.restart();
    ana.reactsWith('pushpin', message);
    for (let minute = 0; minute < 8; minute++) {
      await room.pass(MINUTE);
    }

    expect(await timelineOf(room)).not.toContain('retracted');
  });
});

describe('the timeline follows the message', () => {
  it('an edit changes the words, in the draft as well', async () => {
    const { room, ben, message } = await withTagged('Pool is full');
    room.workspace.repeatsDeliveries(2);
    ben.edits(message, 'Pool is empty');
    await room.settle();

    expect(await timelineOf(room)).toContain('Pool is empty');
    expect(await draftOf(room)).not.toContain('Pool is full');
  });

  it('a deleted message leaves its words', async () => {
    const { room, ben, message } = await withTagged('Pool is full');
    ben.deletes(message);
    await room.settle();

    expect(await timelineOf(room)).toContain('Pool is full — ben _(message deleted)_');
    expect(await draftOf(room)).toContain('Pool is full');
  });

  it('so does a deleted message that has replies', async () => {
    const { room, ben, channel, message } = await withTagged('Pool is full');
    ben.says('really?', channel, { thread: message });
    ben.deletes(message);
    await room.settle();

    expect(await timelineOf(room)).toContain('Pool is full — ben _(message deleted)_');
  });

  it('an event that a form made follows its message too', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const message = ana.says('Pool is full', channel);
    await ana.submits((await ana.uses('Add to timeline', message)).modal, {});
    await room.settle();
    ana.edits(message, 'Pool is empty');
    await room.settle();

    expect(await timelineOf(room)).toContain('Pool is empty');
  });

  it('a new name of somebody who is mentioned is no edit', async () => {
    const { room, ana, message } = await withTagged('Asked @mahari');
    room.workspace.changePerson('mahari', { realName: 'Somebody Else' });
    await room.settle();
    ana.reactsWith('bulb', message);
    await room.settle();

    expect(await timelineOf(room)).toContain('*cause found*: Asked @mahari');
  });

  it('words that somebody wrote in the form stay, and the line says that the message changed', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const message = ana.says('pool??', channel);
    const { modal } = await ana.uses('Add to timeline', message);
    await ana.submits(modal, { text: 'The pool ran dry' });
    await room.settle();
    ana.reactsWith('bulb', message);
    await room.settle();
    ana.edits(message, 'pool!!');
    await room.settle();

    expect(await timelineOf(room)).toMatch(/💡.*The pool ran dry — ana _\(message edited since\)_/u);
  });

  it('keeps what the message said, whatever the event says: through an edit, and through its deletion', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const message = ana.says('vendor: region down', channel);
    await ana.submits((await ana.uses('Add to timeline', message)).modal, { text: 'The vendor is down' });
    await room.settle();
    ana.edits(message, 'vendor: region is slow');
    await room.settle();
    ana.deletes(message);
    await room.settle();

    const tables = ['timeline_event', 'timeline_revision'];
    const rows = await Promise.all(tables.map((name) => askDatabase(room.config.databaseUrl, `select * from ${name}`)));
    const record = JSON.stringify(rows);
    for (const words of ['The vendor is down', 'vendor: region down', 'vendor: region is slow']) {
      expect(record).toContain(words);
    }
  });

  it('has the channel’s line say what it says now', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const message = ana.says('pool at 10', channel);
    await ana.submits((await ana.uses('Add to timeline', message)).modal, {});
    await room.settle();
    const line = channel.messages().findLast(({ isFromBot }) => isFromBot);
    expect(line?.visibleText()).toContain('pool at 10');
    ana.edits(message, 'pool at 90');
    await room.settle();

    expect(line?.visibleText()).toContain('pool at 90');
  });

  it('is audited as what its author did', async () => {
    const { room, ben, message } = await withTagged('Pool is full');
    ben.edits(message, 'Pool is empty');
    await room.settle();
    ben.deletes(message);
    await room.settle();

    const query = "select person_id from audit_entry where action = 'follow-message' order by id";
    expect(await askDatabase(room.config.databaseUrl, query)).toEqual([{ person_id: ben.id }, { person_id: ben.id }]);
  });

  it('leaves alone what the bot itself says', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident log restarted', channel);
    await room.settle();
    const before = await timelineOf(room);
    ana.reactsWith('construction', channel.message('restarted'));
    ana.reactsWith('pushpin', channel.message('Declared'));
    await room.settle();

    expect(await timelineOf(room)).toBe(before);
    expect(channel.message('Declared').reactions.map(({ name }) => name)).toEqual(['pushpin']);
  });

  it('asks nothing of Slack for edits of messages that are on no timeline', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const before = room.workspace.record.calls.length;
    const message = ana.says('lunch?', channel);
    ana.edits(message, 'lunch!');
    ana.deletes(message);
    await room.settle();

    expect(room.workspace.record.calls).toHaveLength(before);
    expect(room.workspace.record.deliveries.every(({ status }) => status === 200)).toBe(true);
  });
});
