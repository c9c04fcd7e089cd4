import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { declare } from '../support/declare.ts';
import { openRoomCalling } from '../support/escalation-rooms.ts';
import { openRoom, type Room } from '../support/open-room.ts';

function callsOf(room: Room, name: string): readonly string[] {
  return room.workspace
    .person(name)
    .directMessages()
    .map((message) => message.visibleText());
}

describe('escalating', () => {
  it('calls a person: invited, told in the channel and by direct message, until they answer', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];

    const answer = await ana.types('/incident escalate @ben the pool ran dry', channel);
    await room.settle();

    expect(answer.text).toContain('Calling @ben. The channel will show who answers.');
    expect(channel.members()).toContain('ben');
    const call = channel.message('@ben is called by @ana');
    expect(call.visibleText()).toContain('the pool ran dry');
    const [direct] = ben.directMessages();
    expect(direct?.visibleText()).toContain('@ana calls you to *INC-1* Booking is down in #inc-1-booking-is-down');

    await room.pass(4 * MINUTE);
    const clicked = await ben.clicks('I’m on it', direct ?? call);
    await room.settle();

    expect(clicked.text).toContain('Thank you: you answered the call to @ben.');
    expect(call.visibleText()).toContain('called 2024-05-07 14:00 UTC, answered 2024-05-07 14:04 UTC by @ben (4 min)');
    expect(call.buttons()).toEqual([]);
    const timeline = await ana.types('/incident timeline', channel);
    expect(timeline.text).toMatch(/📟.*ben.*the pool ran dry/u);
    expect(timeline.text).toMatch(/14:04 UTC \*acknowledged\*/u);
  });

  it('calls everyone in a group who can be called, and nobody else', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.changeGroup('dba', ['ben', 'mahari', 'gone', 'robot']);
    await room.workspace.person('ana').types('/incident escalate @dba connections time out', channel);
    await room.settle();

    expect(channel.members()).toEqual(expect.arrayContaining(['ben', 'mahari']));
    expect(callsOf(room, 'ben')).toHaveLength(1);
    expect(callsOf(room, 'mahari')).toHaveLength(1);
    expect(callsOf(room, 'gone')).toEqual([]);
    expect(callsOf(room, 'robot')).toEqual([]);

    const acknowledged = await room.workspace.person('mahari').types('/incident ack', channel);
    await room.settle();
    expect(acknowledged.text).toContain('Thank you');
    expect(channel.message('is called by').visibleText()).toContain('by @mahari');
    expect((await room.workspace.person('ben').types('/incident ack', channel)).text).toContain(
      'No call is waiting for an answer here.',
    );
  });

  it.each([
    ['@robot please', 'is a bot. Name a person or a group.'],
    ['@gone please', 'account is deactivated. Name somebody else.'],
    ['@faultline please', 'is a bot. Name a person or a group.'],
    ['@nosuch please', 'I don’t know @nosuch.'],
    ['@ben @nosuch please', 'I don’t know @nosuch.'],
    ['the database is on fire', 'Say whom to call'],
  ])('wakes nobody for %j, and gives the words back', async (text, why) => {
    const room = await openRoom();
    const channel = await declare(room);
    const before = channel.messages().length;
    const answer = await room.workspace.person('ana').types(`/incident escalate ${text}`, channel);
    await room.settle();

    expect(answer.text).toContain(why);
    expect(answer.text.toLowerCase()).toContain(text);
    expect(channel.messages()).toHaveLength(before);
    expect(room.workspace.record.calls.filter(({ method }) => method === 'conversations.open')).toEqual([]);
  });

  it('calls all whom it begins with, each by an escalation of its own', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.changeGroup('dba', ['mahari']);
    const ana = room.workspace.person('ana');
    const answer = await ana.types('/incident escalate @ben, @mahari & @dba: hurry, or ask @ana', channel);
    await room.settle();

    expect(answer.text).toContain('Calling @ben; @mahari; @dba.');
    for (const name of ['@ben', '@mahari', '@dba']) {
      const [, reason] = channel.message(`${name} is called by @ana`).visibleText().split('\n');
      expect(reason).toBe('> hurry, or ask @ana');
    }
    expect(['ben', 'mahari', 'ana'].map((name) => callsOf(room, name).length)).toEqual([1, 2, 0]);
  });

  it.each([
    ['@here please', '@here'],
    ['@channel', '@channel'],
    ['#general help', '#general'],
    ['@ben @here hurry', '@here'],
    ['@ben, #general: hurry', '#general'],
  ])('calls nobody for %j, also where a policy would call for the severity', async (text, name) => {
    const room = await openRoomCalling([['@mahari']]);
    const channel = await declare(room);
    const before = channel.messages().length;
    const answer = await room.workspace.person('ana').types(`/incident escalate ${text}`, channel);
    await room.settle();

    expect(answer.text).toContain(`${name} cannot be called: nobody there would have to answer.`);
    expect(channel.messages()).toHaveLength(before);
    expect(room.workspace.record.calls.filter(({ method }) => method === 'conversations.open')).toEqual([]);
  });

  it('says in the channel that a group had nobody to call, to whoever called', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.person('ben').joins(channel);
    await room.workspace.person('ben').types('/incident escalate @nobody help', channel);
    await room.settle();

    expect(channel.message('⚠️ @nobody').visibleText()).toBe(
      '⚠️ @nobody could not be reached. The group has no active member. Call somebody else.',
    );
    expect(callsOf(room, 'gone')).toEqual([]);
  });

  it.each(['not_in_channel', 'user_is_restricted', 'is_archived'])(
    'calls also whom it may not invite: %s',
    async (error) => {
      const room = await openRoom();
      const channel = await declare(room);
      room.workspace.fails('conversations.invite', { kind: 'error', error });
      await room.workspace.person('ana').types('/incident escalate @mahari hurry', channel);
      await room.settle();

      expect(callsOf(room, 'mahari')).toEqual([expect.stringContaining('hurry')]);
      expect(callsOf(room, 'ana').join()).toContain('somebody could not be invited to its channel');
    },
  );

  it('answers the call that one is called by, not a newer one', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    room.workspace.changeGroup('dba', ['ben']);
    await ana.types('/incident escalate @dba first', channel);
    await ana.types('/incident escalate @mahari second', channel);
    await room.settle();
    expect((await ana.types('/incident ack', channel)).text).toContain('Several calls are open, and none calls you.');
    await room.workspace.person('ben').types('/incident ack', channel);
    await room.settle();

    expect(channel.message('first').visibleText()).toContain('answered');
    expect(channel.message('second').visibleText()).not.toContain('answered');
  });

  it('counts one answer, however many hurry to give it', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate @dba now', channel);
    await room.settle();
    const answers = await Promise.all(
      ['ben', 'mahari'].map((name) => room.workspace.person(name).clicks('I’m on it', channel.message('is called'))),
    );
    await room.settle();

    const texts = answers.map(({ text }) => text);
    expect(texts.filter((text) => text.includes('Thank you'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('answered that call at'))).toHaveLength(1);
  });
});
