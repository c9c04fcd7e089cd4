import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

async function timelineOf(room: Room): Promise<string> {
  return (await room.workspace.person('ana').types('/incident timeline', 'inc-1-booking-is-down')).text;
}

function lines(channel: Channel, words: string): readonly string[] {
  return channel
    .messages()
    .map((message) => message.visibleText())
    .filter((text) => text.includes(words));
}

function only(messages: readonly Message[]): Message {
  const [message] = messages;
  if (message === undefined) {
    throw new Error('there is no message');
  }
  return message;
}

describe('a logged event', () => {
  it('is undone by one click, struck in the record and shown so, and restored by another', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const logged = await ana.types('/incident log Rolled back', channel);
    await room.settle();

    const answer = only(logged.messages);
    await ana.clicks('Undo', answer);
    await room.settle();
    expect(answer.visibleText()).toContain('Taken back: it stays in the record');
    expect(await timelineOf(room)).toContain('~Rolled back~ _retracted_');
    expect(lines(channel, 'Rolled back').at(-1)).toContain('~Rolled back~ _retracted_');

    await ana.clicks('Restore', answer);
    await room.settle();
    expect(await timelineOf(room)).not.toContain('retracted');
  });

  it('is corrected in a form that holds what it says now', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const logged = await ana.types('/incident log 13:50 mitigation: Roled back', channel);
    const { modal } = await ana.clicks('Edit', only(logged.messages));
    expect(modal?.field('text').value).toBe('Roled back');
    expect(modal?.field('when').value).toBe(Date.parse('2024-05-07T13:50:00Z') / 1_000);

    const when = String(Date.parse('2024-05-07T13:40:00Z') / 1_000);
    const sent = await ana.submits(modal, { text: 'Rolled back', kind: 'decision', when });
    await room.settle();

    expect(sent).toMatchObject({ isClosed: true, errors: {} });
    expect(await timelineOf(room)).toMatch(/⚖️ 2024-05-07 13:40 UTC \*decision\*: Rolled back — ana/u);
    expect(lines(channel, 'Rolled back')).toEqual([expect.stringMatching(/^✏️ ⚖️/u)]);
  });

  it.each([
    ['text', { text: '   ' }, 'There are no words in it.'],
    ['when', { when: String(Date.parse('2024-05-07T19:00:00Z') / 1_000) }, 'is still to come'],
  ])('keeps the form open where %s is wrong', async (field, entries, why) => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const { modal } = await ana.clicks('Edit', only((await ana.types('/incident log Rolled back', channel)).messages));
    const sent = await ana.submits(modal, entries);

    expect(sent.isClosed).toBe(false);
    expect(sent.errors[field]).toContain(why);
  });
});

describe('an event of the timeline', () => {
  it('made from a message is taken back by the form, whatever reactions stand, and by a later reaction comes back', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    ben.joins(channel);
    const message = ben.says('It was the patch', channel);
    ana.reactsWith('pushpin', message);
    await room.settle();
    const shown = await ana.types('/incident timeline', channel);
    const { modal } = await ana.picks('Edit…', only(shown.messages), 'It was the patch');
    await room.pass(1_000);
    await ana.submits(modal, { retracted: 'retracted' });
    await room.settle();
    ben.edits(message, 'It was the patch, I think');
    await room.settle();

    expect(await timelineOf(room)).toContain('~It was the patch, I think~ _retracted_');
    expect(message.reactions.map(({ name }) => name)).toEqual(['pushpin']);

    await room.pass(1_000);
    ben.reactsWith('fish', message);
    await room.settle();
    expect(await timelineOf(room)).toMatch(/🐟.*\*misleading path\*: It was the patch, I think/u);
  });

  it('keeps what others did while the form was open, and a bare save changes nothing', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    ben.joins(channel);
    await room.pass(1_250);
    const message = ben.says('Pool is full', channel);
    ana.reactsWith('pushpin', message);
    await room.settle();
    const before = channel.messages().length;
    const first = await ana.picks(
      'Edit…',
      only((await ana.types('/incident timeline', channel)).messages),
      'Pool is full',
    );
    await ana.submits(first.modal, {});
    await room.settle();
    expect(channel.messages()).toHaveLength(before);

    const { modal } = await ana.picks(
      'Edit…',
      only((await ana.types('/incident timeline', channel)).messages),
      'Pool is full',
    );
    ben.edits(message, 'Pool is empty');
    await room.settle();
    await ana.submits(modal, { kind: 'cause-found' });
    await room.settle();
    expect(await timelineOf(room)).toContain('*cause found*: Pool is empty');

    ben.edits(message, 'Pool is dry');
    await room.settle();
    expect(await timelineOf(room)).toContain('*cause found*: Pool is dry');
  });

  it('whose kind somebody corrected is still taken back with the last reaction, by whoever set it', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    ben.joins(channel);
    const message = ana.says('It was the patch', channel);
    ana.reactsWith('pushpin', message);
    await room.settle();
    const shown = await ben.types('/incident timeline', channel);
    const { modal } = await ben.picks('Edit…', only(shown.messages), 'It was the patch');
    await ben.submits(modal, { kind: 'cause-found' });
    await room.settle();
    expect(await timelineOf(room)).toContain('*cause found*: It was the patch');
    expect(await timelineOf(room)).not.toContain('tagged by');

    ana.takesBack('pushpin', message);
    await room.settle();
    expect(await timelineOf(room)).toContain('*cause found*: ~It was the patch~ _retracted_');
  });

  it('that is longer than a form takes is replaced by what somebody writes there', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    ana.reactsWith('pushpin', ana.says(`Begin ${'and so on '.repeat(400)}end.`, channel));
    await room.settle();
    const shown = await ana.types('/incident timeline', channel);
    const { modal } = await ana.picks('Edit…', only(shown.messages), 'and so on');
    await ana.submits(modal, { text: 'In short: DNS' });
    await room.settle();

    expect(await timelineOf(room)).toContain('In short: DNS');
  });

  it('that is longer than a form takes keeps all of its words', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const message = ana.says(`Begin ${'and so on '.repeat(400)}end.`, channel);
    ana.reactsWith('pushpin', message);
    await room.settle();
    const { modal } = await ana.picks(
      'Edit…',
      only((await ana.types('/incident timeline', channel)).messages),
      'and so on',
    );
    expect(modal?.fields().map(({ name }) => name)).toEqual(['text', 'kind', 'when', 'retracted']);
    expect(modal?.field('text').value ?? '').toBe('');
    await ana.submits(modal, { kind: 'decision' });
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    await room.settle();

    const draft =
      channel
        .files()
        .find(({ name }) => name.endsWith('.md'))
        ?.content?.toString() ?? '';
    expect(draft).toContain('and so on end.');
  });

  it('is corrected only by people of its channel, and never where I wrote it down myself', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    ben.joins(channel);
    await room.settle();
    await ana.types('/incident log Rolled back', channel);
    const shown = await ben.types('/incident timeline', channel);
    expect(only(shown.messages).menus()).toHaveLength(2);
    ben.leaves(channel);
    await room.settle();
    const refused = await ben.picks('Edit…', only(shown.messages));
    await room.settle();

    expect(refused.modal).toBeUndefined();
    expect(ben.directMessages().at(-1)?.visibleText() ?? refused.text).toContain(
      'Only people in the incident’s channel',
    );
  });
});
