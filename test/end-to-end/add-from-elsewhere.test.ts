import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import type { Answer } from '../../src/sandbox/people/answer.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { closes } from '../support/closes.ts';
import { declare, transcript } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

/** #incidents has the bot in it, as announcements go there; #general has not. */
async function openWithIncident() {
  const room = await openRoom();
  const channel = await declare(room);
  const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
  ben.joins('incidents');
  return { room, channel, ana, ben };
}

function only<Item>(items: readonly Item[]): Item {
  const [item, ...more] = items;
  if (item === undefined || more.length > 0) {
    throw new Error(`There are ${items.length}, not one.`);
  }
  return item;
}

async function timelineOf(room: Room, channel = 'inc-1-booking-is-down'): Promise<string> {
  return (await room.workspace.person('ana').types('/incident timeline', channel)).text;
}

async function ask(room: Room, person: Person, message: Message): Promise<Message> {
  const answer = await person.uses('Add to timeline', message);
  await room.settle();
  return only(answer.messages);
}

async function choose(room: Room, person: Person, message: Message, button = 'Add to INC-1'): Promise<Answer> {
  return person.clicks(button, await ask(room, person, message));
}

async function add(room: Room, person: Person, message: Message, entries: Record<string, string> = {}) {
  const sent = await person.submits((await choose(room, person, message)).modal, entries);
  await room.settle();
  return sent;
}

function told(person: Person): readonly string[] {
  return person.directMessages().map((message) => message.visibleText());
}

describe('Add to timeline in a channel of no incident', () => {
  it('asks in private which incident is meant, and opens its form with the words and the time of the message', async () => {
    const { room, channel, ana, ben } = await openWithIncident();
    const message = ben.says('Rolled back @ana & <co>', 'incidents');
    await room.pass(5 * MINUTE);
    const question = await ask(room, ana, message);

    expect(question.ephemeralFor).toBe('ana');
    expect(question.visibleText()).toContain('To whose timeline should I add the message?');
    const before = room.workspace.record.calls.length;
    const { modal } = await ana.clicks('Add to INC-1', question);
    expect(room.workspace.record.calls.slice(before).map(({ method }) => method)).toEqual(['views.open']);
    expect(modal?.visibleText()).toContain('INC-1* Booking is down');
    expect(modal?.field('text').value).toBe('Rolled back @ana & <co>');

    const sent = await ana.submits(modal, { kind: 'decision' });
    await room.settle();
    expect(sent).toMatchObject({ isClosed: true, errors: {} });
    expect(await timelineOf(room)).toMatch(/⚖️.* 2024-05-07 14:00 UTC .*Rolled back @ana & <co> — ben/u);
    const line = only(channel.messages().filter((said) => said.visibleText().includes('Rolled back')));
    expect(line.blocks[0]?.type).toBe('context');
    expect(JSON.stringify(line.blocks)).toContain(`/archives/${message.channelId}/p${message.ts.replace('.', '')}`);
  });

  it('leaves no trace in the other channel, and tells nobody anything where it can read it', async () => {
    const { room, ana, ben } = await openWithIncident();
    const message = ben.says('Rolled back', 'incidents');
    const before = room.workspace.channel('incidents').messages().length;
    await add(room, ana, message);

    expect(room.workspace.channel('incidents').messages()).toHaveLength(before);
    expect(message.reactions).toEqual([]);
    expect(told(ana)).toEqual([]);
  });

  it('offers the last five open incidents, the newest first', async () => {
    const { room, ana, ben } = await openWithIncident();
    for (const title of ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven']) {
      await declare(room, title);
    }
    await ana.types('/incident resolve', 'inc-6-six');
    await closes(ana, 'inc-6-six');
    await room.settle();
    const question = await ask(room, ana, ben.says('Rolled back', 'incidents'));

    expect(question.buttons().map(({ text }) => text)).toEqual(
      ['INC-7', 'INC-5', 'INC-4', 'INC-3', 'INC-2'].map((name) => `Add to ${name}`),
    );
    await ana.submits((await ana.clicks('Add to INC-4', question)).modal, {});
    await room.settle();
    expect(await timelineOf(room, 'inc-4-four')).toContain('Rolled back');
    expect(await timelineOf(room, 'inc-7-seven')).not.toContain('Rolled back');
  });

  it('says how to start one where none is open', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    const answer = await ana.uses('Add to timeline', ana.says('It is down', 'general'));
    await room.settle();

    expect(answer.text).toContain('none is open. `/incident start` opens one.');
    expect(only(answer.messages).buttons()).toEqual([]);
  });

  it('works on a reply in a thread and on another app’s message', async () => {
    const { room, ana, ben } = await openWithIncident();
    const alert = room.workspace.postAs('Alertmanager', 'incidents', 'Error rate above 5%');
    const reply = ben.says('I see it', 'incidents', { thread: alert });
    await add(room, ana, alert);
    await add(room, ana, reply);

    const timeline = await ana.types('/incident timeline', 'inc-1-booking-is-down');
    expect(timeline.text).toContain('Error rate above 5%');
    expect(timeline.text).toContain('I see it');
    const blocks = JSON.stringify(timeline.messages.map((message) => message.blocks));
    expect(blocks).toContain(`/p${reply.ts.replace('.', '')}?thread_ts=${alert.ts}`);
  });

  it('keeps one event of a message for an incident, and one for each of two', async () => {
    const { room, ana, ben } = await openWithIncident();
    await declare(room, 'Two');
    const message = ben.says('Pool is full', 'incidents');
    room.workspace.repeatsDeliveries(2);
    await add(room, ana, message);
    const again = await add(room, ana, message);
    await ana.submits((await choose(room, ana, message, 'Add to INC-2')).modal, {});
    await room.settle();
    ben.edits(message, 'Pool is empty');
    await room.settle();

    expect(again.errors).toEqual({ text: 'That message is on the timeline already.' });
    for (const channel of ['inc-1-booking-is-down', 'inc-2-two']) {
      expect((await timelineOf(room, channel)).split('Pool is empty')).toHaveLength(2);
    }
  });

  it('takes the event for an incident that was closed meanwhile', async () => {
    const { room, channel, ana, ben } = await openWithIncident();
    const question = await ask(room, ana, ben.says('I had seen this before', 'incidents'));
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    await room.settle();
    await ana.submits((await ana.clicks('Add to INC-1', question)).modal, {});
    await room.settle();

    expect(await timelineOf(room)).toContain('I had seen this before');
    expect(transcript(channel)).toContain('I had seen this before');
  });

  it('gives a button with the words where Slack opens no form in time', async () => {
    const { room, ana, ben } = await openWithIncident();
    const question = await ask(room, ana, ben.says('Rolled back', 'incidents'));
    room.workspace.fails('views.open', { kind: 'status', status: 503 });
    const answer = await ana.clicks('Add to INC-1', question);
    await room.settle();
    const { modal } = await ana.clicks('Add to timeline', only(answer.messages));
    await ana.submits(modal, {});
    await room.settle();

    expect(await timelineOf(room)).toContain('Rolled back');
  });

  it('gives one in the incident’s own channel too', async () => {
    const { room, channel, ana, ben } = await openWithIncident();
    ben.joins(channel);
    const message = ben.says('Rolled back', channel);
    await room.pass(5 * MINUTE);
    room.workspace.fails('views.open', { kind: 'status', status: 503 });
    const answer = await ana.uses('Add to timeline', message);
    await room.settle();
    const { modal } = await ana.clicks('Add to timeline', only(answer.messages));
    expect(modal?.field('text').value).toBe('Rolled back');
    await ana.submits(modal, {});
    await room.settle();

    expect(await timelineOf(room)).toMatch(/2024-05-07 14:00 UTC .*Rolled back — ben/u);
  });
});

describe('an event whose message stands in another channel', () => {
  it('follows the edits and the deletion of its message where the bot is in that channel', async () => {
    const { room, ana, ben } = await openWithIncident();
    const message = ben.says('Pool is full', 'incidents');
    await add(room, ana, message);
    ben.edits(message, 'Pool is empty');
    await room.settle();
    expect(await timelineOf(room)).toContain('Pool is empty — ben');

    ben.deletes(message);
    await room.settle();
    expect(await timelineOf(room)).toContain('Pool is empty — ben _(message deleted)_');
  });

  it.each(['not_in_channel', 'channel_not_found'])('keeps what the form said where Slack says %s', async (error) => {
    const { room, channel, ana, ben } = await openWithIncident();
    room.workspace.addChannel({ name: 'secret', members: ['ana', 'ben'], isPrivate: true });
    const place = error === 'not_in_channel' ? 'general' : 'secret';
    await add(room, ana, ben.says('Pool is full', place));
    await add(room, ana, ben.says('Rolled back', place), { text: 'Ben rolled back' });

    const calls = room.workspace.record.calls.filter(({ method }) => method === 'conversations.replies');
    expect(calls.map((call) => call.error)).toEqual([error, error]);
    expect(await timelineOf(room)).toContain('Pool is full — ben');
    expect(transcript(channel)).toContain('Ben rolled back — ben');
    expect(told(ana)).toEqual([
      `The message is on the timeline of *INC-1* Booking is down. It stays there as you sent it. Later edits of messages in #${place} are not followed until I am invited there: \`/invite\` me in it.`,
    ]);
  });

  it('is followed once the bot is invited', async () => {
    const { room, ana, ben } = await openWithIncident();
    const message = ben.says('Pool is full', 'general');
    await add(room, ana, message);
    ben.edits(message, 'Pool is half full');
    await room.settle();
    expect(await timelineOf(room)).toContain('Pool is full — ben');

    ben.invites('faultline', 'general');
    ben.edits(message, 'Pool is empty');
    await room.settle();
    expect(await timelineOf(room)).toContain('Pool is empty — ben');
  });

  it('keeps the words that somebody wrote for it once the bot is invited, and says that the message changed', async () => {
    const { room, ana, ben } = await openWithIncident();
    const message = ben.says('pool??', 'general');
    await add(room, ana, message, { text: 'The pool ran dry' });
    ben.invites('faultline', 'general');
    ben.edits(message, 'pool!!');
    await room.settle();

    expect(await timelineOf(room)).toContain('The pool ran dry — ben _(message edited since)_');
  });

  it('is taken back and restored without a word to a channel that is not ours', async () => {
    const { room, channel, ana, ben } = await openWithIncident();
    await add(room, ana, ben.says('Pool is full', 'general'));
    const page = only((await ana.types('/incident timeline', channel)).messages);
    await ana.picks('Retract', page, 'Pool is full');
    await room.settle();
    expect(await timelineOf(room)).toContain('~Pool is full~');

    expect(room.workspace.record.calls.filter(({ method }) => method.startsWith('reactions.'))).toEqual([]);
    expect(told(ana)).toHaveLength(1);
  });
});

describe('a message of another channel that is longer than a button carries', () => {
  const long = `Begin < ${'and “so” on\n'.repeat(300)}end.`;

  async function draftOf(room: Room): Promise<string> {
    const ana = room.workspace.person('ana');
    const channel = room.workspace.channel('inc-1-booking-is-down');
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    await room.settle();
    const drafts = channel.files().filter(({ name }) => name.endsWith('.html'));
    // Without its drawing, which tells each event in a few words.
    return (only(drafts).content?.toString() ?? '').replace(/<svg[\s\S]*?<\/svg>/gu, '');
  }

  it('comes onto the timeline whole when nobody changed what the form showed', async () => {
    const { room, ana, ben } = await openWithIncident();
    const message = ben.says(long, 'incidents');
    const { modal } = await choose(room, ana, message);
    expect(modal?.visibleText()).toContain('Left as it is, all of it is taken.');
    expect(modal?.field('text').value).toMatch(/^Begin < and “so” on\n.*…$/su);
    await ana.submits(modal, { kind: 'decision' });
    await room.settle();

    expect(await timelineOf(room)).toContain('*decision*: Begin <');
    expect(await timelineOf(room)).not.toContain('edited');
    const draft = await draftOf(room);
    expect(draft.split('and “so” on')).toHaveLength(301);
    expect(draft).toContain('end.');
  });

  it('stays as somebody shortened it', async () => {
    const { room, ana, ben } = await openWithIncident();
    await add(room, ana, ben.says(long, 'incidents'), { text: 'In short: it ended.' });

    expect(await timelineOf(room)).toContain('In short: it ended. — ben');
  });

  it('is there with its beginning where the bot may not read it, and whoever added it hears that', async () => {
    const { room, ana, ben } = await openWithIncident();
    await add(room, ana, ben.says(long, 'general'));

    expect(await timelineOf(room)).toContain('Begin < and “so” on');
    expect(told(ana)).toEqual([expect.stringContaining('Only its beginning is there, as I cannot read the rest')]);
    expect((await draftOf(room)).split('and “so” on').length).toBeGreaterThan(100);
  });
});

describe('a private incident', () => {
  async function declarePrivately(room: Room) {
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    return room.workspace.channel('inc-1-leak');
  }

  it('is offered to nobody who is not in its channel', async () => {
    const room = await openRoom();
    await declarePrivately(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    const message = ana.says('The key was pushed', 'general');

    expect((await ask(room, ana, message)).buttons().map(({ text }) => text)).toEqual(['Add to INC-1']);
    const hidden = await ben.uses('Add to timeline', message);
    await room.settle();
    expect(hidden.text).toContain('none is open');
    expect(hidden.text).not.toContain('Leak');
  });

  it('is gone for whoever left its channel after they were asked, or before they sent the form', async () => {
    const room = await openRoom();
    const channel = await declarePrivately(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    ana.invites('ben', channel);
    await room.settle();
    const question = await ask(room, ben, ben.says('The key was pushed', 'general'));
    const { modal } = await ben.clicks('Add to INC-1', question);
    ben.leaves(channel);
    await room.settle();

    expect((await ben.submits(modal, {})).errors).toEqual({ text: expect.stringContaining('That incident is gone.') });
    const refused = await ben.clicks('Add to INC-1', question);
    await room.settle();
    expect(refused.modal?.visibleText() ?? refused.text).not.toContain('Leak');
    expect(refused.text).toContain('That incident is gone.');
    expect((await ana.types('/incident timeline', channel)).text).not.toContain('The key was pushed');
  });
});
