import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Modal } from '../../src/sandbox/people/modal.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

async function openWithItem(): Promise<Room & { readonly channel: Channel }> {
  const room = await openRoom();
  const channel = await declare(room);
  await room.workspace.person('ana').types('/incident action @ben prevent: Size the pool by 2024-05-20', channel);
  await room.settle();
  return { ...room, channel };
}

/** From a list in a channel that belongs to no incident. */
async function openEdit(room: Room, name: string): Promise<Modal | undefined> {
  const person = room.workspace.person(name);
  const [list] = (await person.types('/incident actions', 'general')).messages;
  return list === undefined ? undefined : (await person.clicks('Edit', list)).modal;
}

async function listed(room: Room): Promise<string> {
  return (await room.workspace.person('ana').types('/incident actions', 'general')).text;
}

describe('editing an action item', () => {
  it('asks for words at the field where the title is blank', async () => {
    const room = await openWithItem();
    const ana = room.workspace.person('ana');
    const refused = await ana.submits(await openEdit(room, 'ana'), { title: '   ' });
    expect(refused.errors).toEqual({ title: 'There are no words in it. Say here what it is.' });
  });

  it('changes all of it from any list, and shows below who changed what before', async () => {
    const room = await openWithItem();
    const ana = room.workspace.person('ana');

    const sent = await ana.submits(await openEdit(room, 'ana'), {
      title: 'Size both pools',
      group: '@dba',
      due: '2024-05-31',
      kind: 'mitigate',
      priority: 'P1',
      'done-when': 'waits stay below 5 ms',
    });
    await room.settle();

    expect(sent.errors).toEqual({});
    expect(sent.isClosed).toBe(true);
    expect(await listed(room)).toContain('*Size both pools*\n@dba · due Fri 31 May 2024 · P1 · mitigate');
    const history = (await openEdit(room, 'ben'))?.visibleText();
    expect(history).toContain('What was changed');
    expect(history).toContain(
      '@ana: title “Size the pool” → “Size both pools”, kind “prevent” → “mitigate”, priority _none_ → “P1”, ' +
        'owner @ben → @dba, due Mon 20 May 2024 → Fri 31 May 2024, done when _none_ → “waits stay below 5 ms”',
    );
  });

  it('takes away what is emptied, and leaves what is not touched', async () => {
    const room = await openWithItem();
    const ana = room.workspace.person('ana');

    await ana.submits(await openEdit(room, 'ana'), { owner: '', due: '' });
    await room.settle();

    expect(await listed(room)).toContain('*Size the pool*\n_nobody owns it_ · _no due date yet_ · prevent');
  });

  it('counts changes that are older than the last five', async () => {
    const room = await openWithItem();
    const ana = room.workspace.person('ana');
    for (let number = 1; number <= 7; number++) {
      await ana.submits(await openEdit(room, 'ana'), { title: `Step ${number}` });
      await room.settle();
    }

    const history = (await openEdit(room, 'ana'))?.visibleText();

    expect(history).toMatch(/“Step 6” → “Step 7”.*“Step 2” → “Step 3”.*and 2 earlier changes/su);
    expect(history).not.toContain('→ “Step 2”');
  });

  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['a day that is over', { title: 'Another', due: '2024-05-06' }, 'due', 'Mon 6 May 2024 is over'],
    ['nobody', { title: 'Another', owner: 'robot' }, 'owner', 'Robot is a bot'],
    ['two owners', { title: 'Another', owner: 'ana', group: '@dba' }, 'group', 'not both'],
  ])('says at the field what cannot be, and keeps what was typed: %s', async (_, entries, field, words) => {
    const room = await openWithItem();
    const ana = room.workspace.person('ana');

    const sent = await ana.submits(await openEdit(room, 'ana'), entries);

    expect(sent.errors[field]).toContain(words);
    expect(sent.modal?.field('title').value).toBe('Another');
    expect(await listed(room)).toContain('Size the pool');
  });

  it('tells the second of two what the first changed, and loses nothing that they typed', async () => {
    const room = await openWithItem();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    const [anas, bens] = [await openEdit(room, 'ana'), await openEdit(room, 'ben')];
    await ana.submits(anas, { title: 'Size both pools', due: '2024-05-31' });
    await room.settle();

    const told = await ben.submits(bens, { title: 'Halve the pool', priority: 'P0' });

    expect(told.modal?.visibleText()).toContain(
      '@ana: title “Size the pool” → “Size both pools”, due Mon 20 May 2024 → Fri 31 May 2024',
    );
    expect(told.modal?.fields().map(({ value }) => value)).toEqual(
      expect.arrayContaining(['Halve the pool', '2024-05-31']),
    );
    expect(await listed(room)).toContain('*Size both pools*\n@ben · due Fri 31 May 2024 · prevent');
    await ben.submits(told.modal);
    await room.settle();
    expect(ben.modal).toBeUndefined();
    expect(await listed(room)).toContain('*Halve the pool*\n@ben · due Fri 31 May 2024 · P0 · prevent');
  });

  it('says at the field what cannot be in a form that is shown again', async () => {
    const room = await openWithItem();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    const [anas, bens] = [await openEdit(room, 'ana'), await openEdit(room, 'ben')];
    await ana.submits(anas, { title: 'Size both pools' });
    const told = await ben.submits(bens, { due: '2024-05-01' });
    const due = told.modal?.fields().find(({ label }) => label === 'Due')?.name ?? '';

    const refused = await ben.submits(told.modal);

    expect(refused.errors[due]).toContain('Wed 1 May 2024 is over');
    expect((await ben.submits(refused.modal, { [due]: '2024-05-30' })).isClosed).toBe(true);
    expect(await listed(room)).toContain('*Size both pools*\n@ben · due Thu 30 May 2024');
  });

  it('opens for nobody who is not in a private incident’s channel, and offers no group there', async () => {
    const room = await openRoom();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    const secret = room.workspace.channels().find(({ name }) => name.startsWith('inc-1'));
    ana.invites('ben', secret ?? '');
    await room.settle();
    await ana.types('/incident action @ben Rotate the keys by 2024-05-10', secret);
    await room.settle();
    const [list] = (await ben.types('/incident mine', 'general')).messages;
    expect((await openEdit(room, 'ana'))?.fields().map(({ name }) => name)).not.toContain('group');

    ben.leaves(secret ?? '');
    await room.settle();
    const pressed = list && (await ben.clicks('Edit', list));
    await room.settle();

    expect(pressed?.modal).toBeUndefined();
    expect(pressed?.text).toContain('I find no such action item for you.');
  });

  it('keeps what was typed before whoever left a private incident’s channel meanwhile, and says why it is not saved', async () => {
    const room = await openRoom();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    ana.invites('ben', 'inc-1-leak');
    await room.settle();
    await ana.types('/incident action @ben Rotate the keys by 2024-05-10', 'inc-1-leak');
    await room.settle();
    const form = await openEdit(room, 'ben');
    ben.leaves('inc-1-leak');
    await room.settle();

    const told = await ben.submits(form, { title: 'Rotate all keys' });

    expect(told.modal?.visibleText()).toContain('That did not work\nI find no such action item for you.');
    expect(form?.field('title').value).toBe('Rotate all keys');
  });
});

describe('saying when an action item is done', () => {
  /** The message that goes on offering it, whatever becomes of the item. */
  async function openWithOffer() {
    const room = await openWithItem();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    const answer = await ana.types('/incident action @ben detect: Improve monitoring by friday', room.channel);
    await room.settle();
    const [offer] = answer.messages;
    const openForm = async () => (offer === undefined ? undefined : (await ana.clicks('Done when…', offer)).modal);
    await ana.submits(await openForm(), { 'done-when': 'waits page us' });
    await room.settle();
    return { room, ana, ben, offer, openForm };
  }

  it('leaves what others wrote meanwhile, tells of it, and keeps what was typed', async () => {
    const { room, ana, ben, offer, openForm } = await openWithOffer();
    const form = await openForm();
    const bens = offer && (await ben.types('/incident actions', 'general')).messages[0];
    const edit = bens && (await ben.clicks('Edit', bens, 'Improve monitoring')).modal;
    await ben.submits(edit, { 'done-when': 'waits over 100 ms page us' });
    await room.settle();

    const untouched = await ana.submits(form);
    expect(untouched.modal?.visibleText()).toContain('@ben: done when “waits page us” → “waits over 100 ms page us”');
    expect(room.channel.message('Improve monitoring').visibleText()).toContain('done when waits over 100 ms page us');

    const again = await ana.submits(untouched.modal, { 'Done when': 'waits over 50 ms page us' });
    await room.settle();
    expect(again.isClosed).toBe(true);
    expect(room.channel.message('Improve monitoring').visibleText()).toContain('done when waits over 50 ms page us');
  });

  it('takes away what is emptied', async () => {
    const { room, ana, openForm } = await openWithOffer();
    expect(room.channel.message('Improve monitoring').visibleText()).toContain('done when waits page us');

    await ana.submits(await openForm(), { 'done-when': '' });
    await room.settle();

    expect(room.channel.message('Improve monitoring').visibleText()).not.toContain('done when');
  });
});
