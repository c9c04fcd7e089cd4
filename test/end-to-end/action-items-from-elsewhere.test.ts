import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

/** What whoever uses the shortcut on a message in a channel of no incident is asked. */
async function ask(room: Room, person: Person, message: Message): Promise<Message> {
  const answer = await person.uses('Create action item', message);
  await room.settle();
  return answer.messages[0] ?? expect.unreachable();
}

describe('Create action item in a channel of no incident', () => {
  it('asks in private which incident it is for, and makes it there of the message', async () => {
    const room = await openRoom();
    const [first, second] = [await declare(room, 'Booking is down'), await declare(room, 'Search is slow')];
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    const message = ben.says('We should size the *pool* & more', 'general');
    const question = await ask(room, ana, message);

    expect(question.ephemeralFor).toBe('ana');
    expect(question.visibleText()).toContain('This channel belongs to no incident. Which one is the action item for?');
    expect(question.buttons().map(({ text }) => text)).toEqual(['Add to INC-2', 'Add to INC-1']);
    const { modal } = await ana.clicks('Add to INC-1', question);
    expect(modal?.field('title').value).toContain('We should size the *pool* & more');
    const sent = await ana.submits(modal, { owner: 'ben' });
    await room.settle();

    expect(sent.isClosed).toBe(true);
    expect(first.message('Action item:').visibleText()).toContain('size the *pool* & more · @ben');
    expect(second.messages().some((each) => each.visibleText().includes('Action item:'))).toBe(false);
    expect(ben.directMessages().map((each) => each.visibleText())).toEqual([expect.stringContaining('INC-1')]);
    expect(JSON.stringify(ben.directMessages().map(({ blocks }) => blocks))).toContain(
      `/p${message.ts.replace('.', '')}`,
    );
  });

  it('offers a private incident to nobody who is not in its channel, and is gone for whoever left it', async () => {
    const room = await openRoom();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    const channel = room.workspace.channel('inc-1-leak');
    const message = ana.says('Rotate the keys', 'general');
    const hidden = await ben.uses('Create action item', message);
    await room.settle();
    expect(hidden.text).toContain('none is open');

    ana.invites('ben', channel);
    await room.settle();
    const { modal } = await ben.clicks('Add to INC-1', await ask(room, ben, message));
    ben.leaves(channel);
    await room.settle();
    const refused = await ben.submits(modal, {});
    expect(refused.errors?.title).toContain('That incident is gone.');
  });
});
