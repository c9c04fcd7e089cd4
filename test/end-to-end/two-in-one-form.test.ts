import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { Modal } from '../../src/sandbox/people/modal.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { declare } from '../support/declare.ts';
import { openRoom } from '../support/open-room.ts';

const NEW_ITEMS = '🗒️ More action items, one a line';

/** Ana and Ben are both in the second step of the form that closes an incident. */
async function bothClose() {
  const room = await openRoom();
  const channel = await declare(room);
  const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
  ben.joins(channel);
  await ana.types('/incident resolve Pool is larger now', channel);
  for (const person of [ana, ben]) {
    await person.submits((await person.types('/incident close', channel)).modal);
  }
  return { room, channel, ana, ben };
}

function formOf(person: Person): Modal {
  expect(person.modal).toBeInstanceOf(Modal);
  return person.modal as Modal;
}

async function savesForLater(person: Person, words: Readonly<Record<string, string>>): Promise<void> {
  await person.fills(formOf(person), words);
  await person.clicks('Save for later', formOf(person));
}

async function panelOf(person: Person, channel: Channel): Promise<Message> {
  return (await person.types('/incident postmortem', channel)).messages[0] as Message;
}

describe('who wrote a section at the same time as somebody else, beside an action item that is none', () => {
  it.each([
    ['saved for later', (ana: Person) => savesForLater(ana, { [NEW_ITEMS]: '' })],
    ['sent', (ana: Person) => ana.submits(formOf(ana), { [NEW_ITEMS]: '' })],
  ])('is told of both, and asked whose words stand once it is %s', async (_, goesOn) => {
    const { room, channel, ana, ben } = await bothClose();
    await savesForLater(ben, { Lessons: 'Ben: size the pool' });
    await savesForLater(ana, { Lessons: 'Ana: watch the pool', [NEW_ITEMS]: 'detect:' });
    expect(formOf(ana).visibleText()).toContain('“detect:” says no work');
    expect(formOf(ana).visibleText()).toContain('*Lessons*: somebody else wrote while you did.');
    expect(formOf(ana).field('Lessons').value).toBe('Ana: watch the pool');

    await goesOn(ana);
    expect(formOf(ana).visibleText()).toContain('Ben: size the pool\n*What you wrote:*\nAna: watch the pool');
    await room.settle();
    expect((await panelOf(ben, channel)).visibleText()).toContain('Ben: size the pool');
  });
});

describe('a form that is saved for later', () => {
  it('shows what somebody else wrote meanwhile, and leaves it', async () => {
    const { room, channel, ana, ben } = await bothClose();
    await savesForLater(ben, { Lessons: 'Ben: size the pool' });
    await savesForLater(ana, { 'What went well': 'The alarm rang' });
    expect(formOf(ana).field('Lessons').value).toBe('Ben: size the pool');
    await ana.submits(formOf(ana));
    await room.settle();
    expect((await panelOf(ana, channel)).visibleText()).toMatch(/\*Lessons\* · @ben .*\nBen: size the pool/u);
  });

  it('shows what the record tells by then, and leaves it to the record', async () => {
    const { room, channel, ana } = await bothClose();
    await ana.types('/incident close', channel);
    await ana.types('/incident log resolution: Restarted too', channel);
    await savesForLater(ana, { Summary: 'Nobody could book' });
    expect(formOf(ana).field('Resolution').value).toContain('Restarted too');
    await savesForLater(ana, {});
    await room.settle();
    expect((await panelOf(ana, channel)).visibleText()).toContain('*Resolution* · from the record');
  });
});
