import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { Modal } from '../../src/sandbox/people/modal.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { declare } from '../support/declare.ts';
import { openRoom } from '../support/open-room.ts';

const NEW_ITEMS = '🗒️ More action items, one a line';

/** SEV3 has no default date, so that both can be missing. */
async function resolvedWith(...items: readonly string[]) {
  const room = await openRoom();
  const channel = await declare(room, 'sev3 Booking is down');
  const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
  ben.joins(channel);
  for (const item of items) {
    await ana.types(`/incident action ${item}`, channel);
  }
  await ana.types('/incident resolve Pool is larger now', channel);
  await room.settle();
  return { room, channel, ana, ben };
}

async function secondStep(person: Person, channel: Channel): Promise<Modal> {
  const { modal } = await person.types('/incident close', channel);
  const next = await person.submits(modal, {});
  if (next.modal === undefined) {
    throw new Error('there is no second step');
  }
  return next.modal;
}

function labels(modal: Modal): readonly string[] {
  return modal
    .fields()
    .map(({ label }) => label)
    .filter((label) => label.startsWith('🗒️') && label !== NEW_ITEMS);
}

/** The titles of the lines in the channel, in their order. */
function made(person: Person, channel: Channel): readonly string[] {
  return person.sees(channel).flatMap((message) => /Action item: (.*?) · /u.exec(message.visibleText())?.[1] ?? []);
}

function leftOut(person: Person, channel: Channel): string {
  const told = person.sees(channel).filter(({ ephemeralFor }) => ephemeralFor === person.name);
  return told.findLast((message) => message.visibleText().includes('is closed.'))?.visibleText() ?? '';
}

function lastTold(person: Person, channel: Channel): Message {
  return person.sees(channel).findLast(({ ephemeralFor }) => ephemeralFor === person.name) as Message;
}

describe('closing with action items that nobody owns', () => {
  it('asks for what each lacks, and only for that', async () => {
    const { channel, ana } = await resolvedWith(
      'Size the pool',
      '@ben Watch the pool',
      'Test the pool by 2024-05-14',
      '@ben Write it down by 2024-05-14',
    );
    expect(labels(await secondStep(ana, channel))).toEqual([
      '🗒️ Size the pool · owner',
      '🗒️ Size the pool · due',
      '🗒️ Watch the pool · due',
      '🗒️ Test the pool · owner',
    ]);
  });

  it('keeps what is said there, tells the owners, and lists what is left out', async () => {
    const { room, channel, ana, ben } = await resolvedWith('Size the pool', 'Watch the pool');
    const sent = await ana.submits(await secondStep(ana, channel), {
      '🗒️ Size the pool · owner': 'ben',
      '🗒️ Size the pool · due': '2024-05-14',
      '🗒️ Watch the pool · due': '2024-05-15',
    });
    await room.settle();

    expect(sent.isClosed).toBe(true);
    expect(channel.topic).toContain('closed');
    expect(channel.message('Action item: Size the pool').visibleText()).toContain('@ben · due Tue 14 May 2024');
    expect(ben.directMessages().some((message) => message.visibleText().includes('Size the pool'))).toBe(true);
    expect(leftOut(ana, channel)).toContain('• Watch the pool · _no owner_');
    expect(leftOut(ana, channel)).not.toContain('Size the pool');
  });

  it('shows what is wrong at its field, closes nothing, and loses nothing', async () => {
    const { room, channel, ana } = await resolvedWith('Size the pool', 'Watch the pool');
    const modal = await secondStep(ana, channel);
    const refused = await ana.submits(modal, {
      lessons: 'Measure it',
      '🗒️ Size the pool · owner': 'robot',
      '🗒️ Size the pool · due': '2024-05-01',
      '🗒️ Watch the pool · owner': 'ben',
    });
    expect(Object.values(refused.errors)).toEqual([
      expect.stringContaining('is a bot'),
      expect.stringContaining('Wed 1 May 2024 is over'),
    ]);
    expect(channel.topic).not.toContain('closed');

    const sent = await ana.submits(refused.modal, {
      lessons: 'Measure it',
      '🗒️ Size the pool · owner': 'ana',
      '🗒️ Size the pool · due': '2024-05-14',
      '🗒️ Watch the pool · owner': 'ben',
    });
    await room.settle();
    expect(sent.isClosed).toBe(true);
    expect(channel.message('Action item: Watch the pool').visibleText()).toContain('@ben');
    expect(channel.topic).toContain('closed');
  });

  it('tells the second of two what the first said meanwhile', async () => {
    const { room, channel, ana, ben } = await resolvedWith('Size the pool');
    const modal = await secondStep(ana, channel);
    const bens = await secondStep(ben, channel);
    await ben.submits(bens, { '🗒️ Size the pool · owner': 'ben' });
    await room.settle();
    const refused = await ana.submits(modal, { '🗒️ Size the pool · owner': 'ana' });
    expect(Object.values(refused.errors)).toEqual([
      'It got an owner while you had this open. Leave this empty to keep that.',
    ]);
  });

  it('names the item of which something cannot be saved for later, and says nothing of what was saved', async () => {
    const { room, channel, ana, ben } = await resolvedWith('Size the pool', 'Watch the pool');
    const modal = await secondStep(ana, channel);
    await ben.submits(await secondStep(ben, channel), { '🗒️ Size the pool · owner': 'ben' });
    await room.settle();
    await ana.fills(modal, { '🗒️ Size the pool · owner': 'ana', '🗒️ Watch the pool · due': '2024-05-01' });
    await ana.clicks('Save for later', ana.modal as Modal);
    expect(ana.modal?.visibleText()).toContain(
      'Not all of it was saved.* “Size the pool” has an owner by now, so yours was not set.\n' +
        '“Watch the pool”: Wed 1 May 2024 is over. Name today or a later day.\n',
    );
  });

  it('keeps owners and dates with the words that are saved for later, and asks for no more of them', async () => {
    const { channel, ana } = await resolvedWith('Size the pool', 'Watch the pool');
    const modal = await secondStep(ana, channel);
    await ana.fills(modal, { '🗒️ Size the pool · owner': 'ben', '🗒️ Watch the pool · due': '2024-05-14' });
    await ana.clicks('Save for later', ana.modal as Modal);
    expect(labels(ana.modal as Modal)).toEqual(['🗒️ Size the pool · due', '🗒️ Watch the pool · owner']);
  });

  it('is not held up, and lists all of them where the form is cut short', async () => {
    const { room, channel, ana } = await resolvedWith('Size the pool', '@ben Watch the pool');
    const { modal } = await ana.types('/incident close', channel);
    await ana.clicks('Close now, write later', modal as Modal);
    await room.settle();
    expect(channel.topic).toContain('closed');
    expect(leftOut(ana, channel)).toContain('• Size the pool · _no owner and no due date_');
    expect(leftOut(ana, channel)).toContain('• Watch the pool · _no due date_');
  });

  it('asks for as many as a form of Slack’s holds, and tells of the others', async () => {
    const items = Array.from({ length: 45 }, (_, index) => `Size pool ${index + 1}`);
    const { room, channel, ana } = await resolvedWith(...items);
    const modal = await secondStep(ana, channel);
    expect(modal.record.definition.blocks).toHaveLength(99);
    expect(labels(modal)).toHaveLength(2 * 44);
    expect(modal.visibleText()).toContain('and 1 more, which you are told of once it is closed');
    await ana.submits(modal, {});
    await room.settle();
    expect(leftOut(ana, channel)).toContain('and 35 more');
  });
});

describe('naming new action items in the form that closes', () => {
  it('makes one of each line, and asks for their owners afterwards', async () => {
    const { room, channel, ana } = await resolvedWith();
    const sent = await ana.submits(await secondStep(ana, channel), {
      [NEW_ITEMS]: 'P1 detect: Alert on the pool by 2024-05-14\n\n- Size the pool',
    });
    await room.settle();
    expect(sent.isClosed).toBe(true);
    const alert = channel.message('Alert on the pool · ').visibleText();
    expect(alert).toContain('due Tue 14 May 2024');
    expect(alert).toContain('detect');
    expect(leftOut(ana, channel)).toContain('• Alert on the pool · _no owner and no “done when”_');
    expect(leftOut(ana, channel)).toContain('• Size the pool · _no owner and no due date_');
  });

  it('says which line is wrong at the field, makes none of them, and loses nothing', async () => {
    const { room, channel, ana } = await resolvedWith();
    const typed =
      '1. [ ] Size the pool\nprevent:\n- @ben P1 page us\nTest it by 2024-05-01\nWrite it down by 2024-02-31';
    const refused = await ana.submits(await secondStep(ana, channel), { [NEW_ITEMS]: typed });
    const [words = ''] = Object.values(refused.errors);
    expect(words).toContain('“prevent:” says no work');
    expect(words).toContain('“@ben P1 page us” begins with a name. Leave it out');
    expect(words).toContain('“Test it by 2024-05-01”: Wed 1 May 2024 is over');
    expect(words).toContain('“2024-02-31” in “Write it down by 2024-02-31” is not one day');
    expect(words).not.toContain('Size the pool');
    expect(refused.modal?.field(NEW_ITEMS).value).toBe(typed);
    await room.settle();
    expect(channel.topic).not.toContain('closed');
    expect(ana.sees(channel).some((message) => message.visibleText().includes('Action item: '))).toBe(false);
  });

  it('cuts a long line that is wrong between its characters', async () => {
    const { ana, channel } = await resolvedWith();
    const typed = `x${'🔥'.repeat(70)} by 2024-05-01`;
    const refused = await ana.submits(await secondStep(ana, channel), { [NEW_ITEMS]: typed });
    expect(Object.values(refused.errors)).toEqual([expect.stringMatching(/^“x🔥{58}…”: Wed 1 May 2024 is over/u)]);
  });

  it('makes them with what is saved for later, once', async () => {
    const { room, channel, ana } = await resolvedWith();
    await ana.fills(await secondStep(ana, channel), { [NEW_ITEMS]: 'Size the pool' });
    await ana.clicks('Save for later', ana.modal as Modal);
    expect(labels(ana.modal as Modal)).toEqual(['🗒️ Size the pool · owner', '🗒️ Size the pool · due']);
    expect((ana.modal as Modal).field(NEW_ITEMS).value ?? '').toBe('');
    await ana.submits(ana.modal, {});
    await room.settle();
    const made = ana.sees(channel).filter((message) => message.visibleText().includes('Action item: Size the pool'));
    expect(made).toHaveLength(1);
  });

  it.each(['Save for later', 'Back to step 1'])('makes them once where “%s” is pressed twice', async (button) => {
    const { room, channel, ana } = await resolvedWith();
    await ana.fills(await secondStep(ana, channel), { [NEW_ITEMS]: 'Size the pool\nWatch the pool' });
    const form = ana.modal as Modal;
    await Promise.all([ana.clicks(button, form), ana.clicks(button, form)]);
    await room.settle();
    expect(made(ana, channel)).toEqual(['Size the pool', 'Watch the pool']);
  });

  it('makes once what is sent again with more, where Slack did not take the form drawn anew', async () => {
    const { room, channel, ana } = await resolvedWith();
    await ana.fills(await secondStep(ana, channel), { [NEW_ITEMS]: 'Size the pool\nSize the pool' });
    room.workspace.fails('views.update', { kind: 'status', status: 503 });
    await ana.clicks('Save for later', ana.modal as Modal);
    await room.settle();
    expect(lastTold(ana, channel).visibleText()).toContain('💾 Saved, though the form before you may not show it.');
    await ana.submits(ana.modal, { [NEW_ITEMS]: '- [ ] Watch the pool\n1. Size the pool\nSize the pool' });
    await room.settle();
    expect(made(ana, channel)).toEqual(['Size the pool', 'Size the pool', 'Watch the pool']);
  });

  it('says what could not be saved, and leads on to closing, where Slack did not take the form drawn anew', async () => {
    const { room, channel, ana } = await resolvedWith();
    await ana.fills(await secondStep(ana, channel), { [NEW_ITEMS]: 'prevent:' });
    room.workspace.fails('views.update', { kind: 'status', status: 503 });
    await ana.clicks('Save for later', ana.modal as Modal);
    await room.settle();
    const told = lastTold(ana, channel);
    expect(told.visibleText()).toContain('⚠️ *Not all of it was saved.* “prevent:” says no work.');
    await ana.closes(ana.modal as Modal);
    expect((await ana.clicks('Close', told)).modal?.title).toBe('Close the incident');
  });

  it('makes the same again where somebody types it once more', async () => {
    const { room, channel, ana } = await resolvedWith();
    await secondStep(ana, channel);
    for (const _ of [1, 2]) {
      await ana.fills(ana.modal, { [NEW_ITEMS]: 'Size the pool' });
      await ana.clicks('Save for later', ana.modal as Modal);
    }
    await ana.submits(await secondStep(ana, channel), { [NEW_ITEMS]: 'Size the pool' });
    await room.settle();
    expect(made(ana, channel)).toEqual(['Size the pool', 'Size the pool', 'Size the pool']);
  });

  it('shows lines that cannot be saved for later again, and why', async () => {
    const { channel, ana } = await resolvedWith();
    await ana.fills(await secondStep(ana, channel), { lessons: 'Measure it', [NEW_ITEMS]: 'prevent:' });
    await ana.clicks('Save for later', ana.modal as Modal);
    const again = ana.modal as Modal;
    expect(again.visibleText()).toContain('Not all of it was saved.');
    expect(again.visibleText()).toContain('“prevent:” says no work');
    expect(again.field(NEW_ITEMS).value).toBe('prevent:');
    expect(again.field('lessons').value).toBe('Measure it');
  });
});

describe('new action items that were typed and not sent', () => {
  it('are kept with the words after the form was closed, until they are made', async () => {
    const { room, channel, ana } = await resolvedWith('Watch the pool');
    await ana.fills(await secondStep(ana, channel), { lessons: 'Measure it', [NEW_ITEMS]: 'Size the pool' });
    await ana.closes(ana.modal as Modal);
    await room.settle();
    const told = lastTold(ana, channel);
    expect(told.visibleText()).toContain(
      'What you typed is kept: *Lessons*, *More action items*. Owners and due dates that you chose there are not.',
    );

    await ana.clicks('Go on', told);
    const { modal } = await ana.submits(ana.modal, {});
    expect(modal?.visibleText()).toContain('did not send is back: *Lessons*, *More action items*.');
    expect(modal?.field(NEW_ITEMS).value).toBe('Size the pool');
    await ana.clicks('Save for later', modal as Modal);
    await room.settle();
    expect(made(ana, channel)).toEqual(['Watch the pool', 'Size the pool']);
    expect((await secondStep(ana, channel)).visibleText()).not.toContain('did not send is back');
  });

  it('can be dropped', async () => {
    const { channel, ana } = await resolvedWith();
    await ana.fills(await secondStep(ana, channel), { [NEW_ITEMS]: 'Size the pool' });
    await ana.clicks('Drop it', await secondStep(ana, channel));
    await ana.clicks('Begin again', ana.modal as Modal);
    const { modal } = await ana.submits(ana.modal, {});
    expect(modal?.field(NEW_ITEMS).value).toBeNull();
  });

  it('are kept but for the lines that items were made of before', async () => {
    const { room, channel, ana } = await resolvedWith();
    await ana.fills(await secondStep(ana, channel), { [NEW_ITEMS]: 'Size the pool' });
    room.workspace.fails('views.update', { kind: 'status', status: 503 });
    await ana.clicks('Save for later', ana.modal as Modal);
    await room.pass(MINUTE);
    await ana.fills(ana.modal, { [NEW_ITEMS]: 'Size the pool\nWatch the pool' });
    await ana.closes(ana.modal as Modal);
    expect((await secondStep(ana, channel)).field(NEW_ITEMS).value).toBe('Watch the pool');
  });
});
