import { describe, expect, it } from 'vitest';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { askDatabase } from '../support/engines.ts';
import { openRoom, type Room, type RoomOptions } from '../support/open-room.ts';

const redacting: RoomOptions = { policy: { deletedMessages: 'redact' } };

async function withTagged(words: string, options: RoomOptions = redacting) {
  const room = await openRoom(options);
  const channel = await declare(room);
  const ana = room.workspace.person('ana');
  const message = ana.says(words, channel);
  ana.reactsWith('bulb', message);
  await room.settle();
  return { room, channel, ana, message };
}

async function timelineOf(room: Room) {
  return room.workspace.person('ana').types('/incident timeline', 'inc-1-booking-is-down');
}

/** All that the record says of the timeline. */
async function recordOf(room: Room): Promise<string> {
  const tables = ['timeline_event', 'timeline_revision', 'audit_entry', "work where kind <> 'answer'"];
  const rows = await Promise.all(tables.map((table) => askDatabase(room.config.databaseUrl, `select * from ${table}`)));
  return JSON.stringify(rows);
}

describe('a deleted message, where the policy says redact', () => {
  it('takes its words and every earlier wording with it, and leaves time, kind, who and hash', async () => {
    const { room, ana, message } = await withTagged('The password is hunter2');
    ana.edits(message, 'The password was hunter2, sorry @ben');
    await room.settle();
    const before = await askDatabase(room.config.databaseUrl, 'select * from timeline_event order by id');
    ana.deletes(message);
    await room.settle();

    expect((await timelineOf(room)).text).toMatch(
      /💡 2024-05-07 14:00 UTC \*cause found\*: \(words removed\) — ana _\(message deleted\)_/u,
    );
    expect(await recordOf(room)).not.toMatch(/hunter2|sorry/u);
    const after = await askDatabase(room.config.databaseUrl, 'select * from timeline_event order by id');
    expect(after.at(-1)).toMatchObject({ made_from: before.at(-1)?.made_from, permalink: before.at(-1)?.permalink });
  });

  it('comes back without them by Restore, and in no draft', async () => {
    const { room, channel, ana, message } = await withTagged('The password is hunter2');
    ana.deletes(message);
    await room.settle();
    const edit = await ana.picks(
      'Edit…',
      (await timelineOf(room)).messages[0] ?? channel.message('x'),
      'words removed',
    );
    expect(edit.modal?.field('text').value).toBe('(words removed)');
    await ana.submits(edit.modal, { retracted: ['retracted'] });
    await room.settle();
    expect((await timelineOf(room)).text).toContain('_retracted_');
    const restore = await ana.picks(
      'Edit…',
      (await timelineOf(room)).messages[0] ?? channel.message('x'),
      'words removed',
    );
    await ana.submits(restore.modal, { retracted: [] });
    await room.settle();

    expect((await timelineOf(room)).text).toMatch(/cause found\*: \(words removed\) — ana/u);
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    await room.settle();
    const drafts = channel.files().map(({ content }) => content?.toString() ?? '');
    expect(drafts).toHaveLength(3);
    for (const draft of drafts) {
      expect(draft).toContain('words removed');
      expect(draft).not.toContain('hunter2');
    }
  });

  it('leaves words that somebody wrote for the event in the form, and takes those that the form only showed', async () => {
    const room = await openRoom(redacting);
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const [own, shown] = [ana.says('hunter2 leaked', channel), ana.says('hunter2 again', channel)];
    await ana.submits((await ana.uses('Add to timeline', own)).modal, { text: 'A secret leaked' });
    await ana.submits((await ana.uses('Add to timeline', shown)).modal, {});
    ana.deletes(own);
    ana.deletes(shown);
    await room.settle();

    const { text } = await timelineOf(room);
    expect(text).toContain('A secret leaked — ana _(message deleted)_');
    expect(text).toContain('(words removed) — ana _(message deleted)_');
    expect(await recordOf(room)).not.toContain('hunter2');
  });

  it('does not come back with a form that was opened before it was deleted', async () => {
    const { room, channel, ana } = await withTagged('Something else');
    const message = ana.says('The password is hunter2', channel);
    const form = await ana.uses('Add to timeline', message);
    ana.reactsWith('bulb', message);
    await room.settle();
    ana.takesBack('bulb', message);
    ana.deletes(message);
    await room.settle();
    expect(await recordOf(room)).not.toContain('hunter2');
    const sent = await ana.submits(form.modal, {});
    await room.settle();

    expect(sent.isClosed).toBe(true);
    expect((await timelineOf(room)).text).toMatch(/\(words removed\) — ana _\(message deleted\)_/u);
    expect(await recordOf(room)).not.toContain('hunter2');
  });
});

it('a mitigation that was settled takes its words out of what says so as well', async () => {
  const { room, channel, ana, message } = await withTagged('hunter2 was reset');
  ana.reactsWith('construction', message);
  await room.settle();
  await ana.picks('It was reverted', (await timelineOf(room)).messages[0] ?? channel.message('x'), 'hunter2');
  await room.settle();
  expect(await recordOf(room)).toContain('Reverted: hunter2 was reset');
  ana.deletes(message);
  await room.settle();

  expect(await recordOf(room)).toContain('Reverted: (words removed)');
  expect(await recordOf(room)).not.toContain('hunter2');
});

it('a deleted message leaves every wording where the policy says nothing', async () => {
  const { room, ana, message } = await withTagged('First', {});
  ana.edits(message, 'Second');
  await room.settle();
  ana.deletes(message);
  await room.settle();

  expect(await recordOf(room)).toMatch(/Second[\s\S]*First/u);
});

it('a mitigation with the same words that nobody deleted keeps them', async () => {
  const { room, channel, ana, message } = await withTagged('flag is off');
  ana.reactsWith('construction', message);
  await ana.types('/incident log mitigation: flag is off', channel);
  await room.settle();
  const { modal } = await ana.clicks('Reverted or kept?', channel.message('Declared'));
  const entries = Object.fromEntries((modal?.fields() ?? []).map(({ name }) => [name, 'reverted']));
  await ana.submits(modal, entries);
  await room.settle();
  ana.deletes(message);
  await room.settle();

  const told = "select text from timeline_event where kind = 'mitigation-settled' order by id";
  const texts = (await askDatabase(room.config.databaseUrl, told)).map(({ text }) => text);
  expect(texts.toSorted()).toEqual(['Reverted: (words removed)', 'Reverted: flag is off']);
});
