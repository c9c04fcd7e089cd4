import { describe, expect, it } from 'vitest';
import { addMilliseconds, HOUR, MINUTE } from '../../src/domain/time.ts';
import { declare, transcript } from '../support/declare.ts';
import { answeredByBen, callsTo, openRoomCalling, toldTo } from '../support/escalation-rooms.ts';
import { openRoom, START } from '../support/open-room.ts';

describe('an escalation', () => {
  it('calls the next when nobody answers, and says when the one after that comes', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    const channel = await declare(room);
    const answer = await room.workspace.person('ana').types('/incident escalate the pool ran dry', channel);
    await room.settle();

    expect(answer.text).toContain('Calling @ben (policy *database*). The channel will show who answers.');
    const card = channel.message('policy *database* is called by @ana');
    expect(card.visibleText()).toContain('📟 @ben called 2024-05-07 14:00 UTC');
    expect(card.visibleText()).toContain('at 2024-05-07 14:05 UTC I call @mahari');
    expect(callsTo(room, 'mahari')).toEqual([]);

    await room.pass(5 * MINUTE);

    expect(callsTo(room, 'mahari')).toHaveLength(1);
    expect(card.visibleText()).toContain('📟 @mahari called 2024-05-07 14:05 UTC');
    expect(card.visibleText()).toContain('at 2024-05-07 14:10 UTC I call @ben (round 2 of 3)');
    expect(transcript(channel)).toContain('📟 Nobody answered in 5 min: called mahari');

    await room.pass(2 * MINUTE);
    await room.workspace.person('mahari').types('/incident ack', channel);
    await room.settle();
    expect(card.visibleText()).toContain(
      '🙋 called 2024-05-07 14:00 UTC, answered 2024-05-07 14:07 UTC by @mahari (7 min)',
    );
    await room.pass(HOUR);
    expect(callsTo(room, 'ben')).toHaveLength(1);
    expect(callsTo(room, 'mahari')).toHaveLength(1);
  });

  it('says plainly that nobody answered, after every round, with the contacts of the policy', async () => {
    const contacts = ['Duty manager: +251 11 555 0100'];
    const room = await openRoomCalling([['@ben'], ['@mahari']], { rounds: 2, contacts });
    const channel = await declare(room);
    room.workspace.person('ben').joins(channel);
    await room.workspace.person('ben').types('/incident escalate', channel);
    for (let step = 0; step < 4; step++) {
      expect(transcript(channel)).not.toContain('nobody is left to call');
      await room.pass(5 * MINUTE);
    }

    expect(callsTo(room, 'ben')).toHaveLength(2);
    expect(callsTo(room, 'mahari')).toHaveLength(2);
    const said = channel.message('Nobody answered the call');
    expect(said.visibleText()).toContain('Call somebody else, or by phone.');
    expect(said.visibleText()).toContain('☎️ Duty manager: +251 11 555 0100');
    expect(toldTo(room, 'ana').at(-1)).toContain('☎️ Duty manager: +251 11 555 0100');
    expect(toldTo(room, 'ben').at(-1)).toContain('*Nobody answered the call* to policy *database* for *INC-1*');

    await room.pass(HOUR);
    expect(callsTo(room, 'ben')).toHaveLength(2);

    await room.workspace.person('mahari').clicks('I’m on it', said);
    await room.settle();
    expect(channel.message('is called by').visibleText()).toContain('by @mahari (1 h 20 min)');
  });

  it('repeats the call of one person three times', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate @ben hurry', channel);
    for (let step = 0; step < 4; step++) {
      await room.pass(5 * MINUTE);
    }

    expect(callsTo(room, 'ben')).toHaveLength(3);
    expect(channel.message('Nobody answered the call').visibleText()).toContain('Call somebody else');
  });

  it('calls the next at once when somebody passes on, and them no more', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate database the pool ran dry', channel);
    await room.settle();
    const [call] = room.workspace.person('ben').directMessages();
    const answer = await room.workspace.person('ben').clicks('Can’t, pass on', call ?? channel.message('INC'));
    await room.settle();

    expect(answer.text).toContain('Passed on: @mahari is called now.');
    expect(callsTo(room, 'mahari')).toHaveLength(1);
    expect(call?.visibleText()).toContain('You passed it on.');
    expect(channel.message('is called by').visibleText()).toContain(
      '↪️ @ben called 2024-05-07 14:00 UTC, passed on 2024-05-07 14:00 UTC',
    );
    for (let step = 0; step < 6; step++) {
      await room.pass(5 * MINUTE);
    }
    expect(callsTo(room, 'ben')).toHaveLength(1);
    expect(callsTo(room, 'mahari')).toHaveLength(3);
  });

  it('waits for the others of a group when one of them passes on', async () => {
    const room = await openRoomCalling([['@dba'], ['@ana']]);
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();
    const press = async (name: string) => {
      const person = room.workspace.person(name);
      const pressed = await person.clicks('Can’t, pass on', person.directMessages()[0] ?? channel.message('INC'));
      await room.settle();
      return pressed.text;
    };

    expect(await press('ben')).toContain('Others who were called can still answer.');
    expect(callsTo(room, 'ana')).toEqual([]);
    expect(await press('mahari')).toContain('Passed on: @ana is called now.');
    expect(callsTo(room, 'ana')).toHaveLength(1);
  });

  it('says to whoever passes on last that nobody is left', async () => {
    const room = await openRoomCalling([['@ben']]);
    const channel = await declare(room);
    const ben = room.workspace.person('ben');
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();
    const answer = await ben.clicks('Can’t, pass on', ben.directMessages()[0] ?? channel.message('INC'));
    await room.settle();

    expect(answer.text).toContain('Passed on, but nobody is left to call.');
    expect(channel.message('Nobody answered the call').visibleText()).toContain('Call somebody else');
  });

  it('asks somebody again a little later, and goes on meanwhile', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    const channel = await declare(room);
    const ben = room.workspace.person('ben');
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();
    const answer = await ben.clicks('Ask later', ben.directMessages()[0] ?? channel.message('INC'));
    await room.settle();
    expect(answer.text).toContain('I ask you again at 2024-05-07 14:03 UTC.');

    await room.pass(3 * MINUTE);
    expect(callsTo(room, 'ben')).toHaveLength(2);
    await room.pass(2 * MINUTE);
    expect(callsTo(room, 'mahari')).toHaveLength(1);
  });

  it('is answered by writing in the channel after the call, not before it', async () => {
    const room = await openRoomCalling([['@ben']]);
    const channel = await declare(room);
    room.workspace.person('ben').joins(channel);
    room.workspace.person('ben').says('what is this about?', channel);
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();
    const card = channel.message('is called by');
    expect(card.visibleText()).not.toContain('answered');

    await room.pass(2 * MINUTE);
    room.workspace.person('mahari').says('I am not called', 'general');
    await room.settle();
    expect(card.visibleText()).not.toContain('answered');
    room.workspace.person('ben').says('looking', channel);
    await room.settle();
    expect(card.visibleText()).toContain('answered 2024-05-07 14:02 UTC by @ben (2 min)');
  });

  it('is not answered by writing where the policy says so', async () => {
    const room = await openRoomCalling([['@ben']], { policy: { writingAnswers: false } });
    const channel = await declare(room);
    room.workspace.person('ben').joins(channel);
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.pass(MINUTE);
    room.workspace.person('ben').says('looking', channel);
    await room.settle();
    expect(channel.message('is called by').visibleText()).not.toContain('answered');
  });

  it('asks in a SEV1 after half an hour whether somebody is still on it', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    const { channel, ben } = await answeredByBen(room, 'sev1 Booking is down');
    await room.pass(30 * MINUTE);
    const question = ben.directMessages().at(-1);
    expect(question?.visibleText()).toContain('Are you still on it?');

    await ben.clicks('Still on it', question ?? channel.message('INC'));
    await room.pass(20 * MINUTE);
    expect(callsTo(room, 'mahari')).toEqual([]);
    expect(channel.message('is called by').visibleText()).toContain('still on it at 2024-05-07 14:30 UTC');

    await room.pass(10 * MINUTE);
    await room.pass(5 * MINUTE);
    expect(callsTo(room, 'mahari')).toHaveLength(1);
    expect(transcript(channel)).toContain('ben did not say whether they are still on it: called mahari');
  });

  it('asks nobody so in a smaller incident, until it becomes a SEV1', async () => {
    const room = await openRoomCalling([['@ben']]);
    const { channel } = await answeredByBen(room);
    await room.pass(2 * HOUR);
    expect(toldTo(room, 'ben').join()).not.toContain('still on it?');

    await room.workspace.person('ana').types('/incident severity sev1', channel);
    await room.pass(30 * MINUTE);
    expect(toldTo(room, 'ben').at(-1)).toContain('Are you still on it?');
  });

  it.each([
    ['is raised to one that is asked about sooner', ['sev3', 'sev1'], 15],
    ['was lower for a while', ['sev1', 'sev3', 'sev1'], 15],
  ])('asks so too where the severity %s', async (_, severities, minutes) => {
    const room = await openRoomCalling([['@ben']], { policy: { askAgainMinutes: { SEV1: 15, SEV3: 120 } } });
    const [first = '', ...changes] = severities;
    const { channel } = await answeredByBen(room, `${first} Booking is down`);
    await room.pass(5 * MINUTE);
    for (const severity of changes) {
      await room.workspace.person('ana').types(`/incident severity ${severity}`, channel);
      await room.pass(severity === 'sev3' ? 20 * MINUTE : 0);
    }
    await room.pass(minutes * MINUTE);

    expect(toldTo(room, 'ben').at(-1)).toContain('Are you still on it?');
  });

  it('ends with the incident, with a word to those called', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.pass(MINUTE);
    await room.workspace.person('ana').types('/incident resolve it healed', channel);
    await room.settle();

    expect(toldTo(room, 'ben').at(-1)).toBe(
      '🏁 *INC-1* Booking is down in #inc-1-booking-is-down is resolved: nobody has to answer @ana’s call any more.',
    );
    expect(room.workspace.person('ben').directMessages()[0]?.buttons()).toEqual([]);
    expect(channel.message('is called by').visibleText()).toContain('nobody answered; no longer needed');
    await room.pass(HOUR);
    expect(callsTo(room, 'mahari')).toEqual([]);
  });

  it('goes past whoever cannot be reached, and says so', async () => {
    const room = await openRoomCalling([['@gone'], ['@robot', '@nobody'], ['@mahari']]);
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();

    expect(callsTo(room, 'mahari')).toHaveLength(1);
    const said = transcript(channel);
    expect(said).toContain('⚠️ @gone could not be reached. It is a bot or a deactivated account.');
    expect(said).toContain('⚠️ @robot could not be reached.');
    expect(said).toContain('⚠️ @nobody could not be reached. The group has no active member.');
    for (let step = 0; step < 4; step++) {
      await room.pass(5 * MINUTE);
    }
    expect(transcript(channel).split('@gone could not be reached')).toHaveLength(2);
    expect(callsTo(room, 'mahari')).toHaveLength(3);
  });

  it('calls the next at once where somebody asked not to be disturbed', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    const channel = await declare(room);
    room.workspace.changePerson('ben', { quietUntil: addMilliseconds(START, 8 * HOUR) });
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();

    expect(callsTo(room, 'ben')).toHaveLength(1);
    expect(callsTo(room, 'mahari')).toHaveLength(1);
    expect(transcript(channel)).toContain('🔕 @ben has asked not to be disturbed and may not notice the call.');
    await room.workspace.person('ben').types('/incident ack', channel);
    await room.settle();
    expect(channel.message('is called by').visibleText()).toContain('answered 2024-05-07 14:00 UTC by @ben');
  });

  it('calls a channel, where anybody may answer, who is then brought in', async () => {
    const room = await openRoomCalling([['#general']]);
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate the pool ran dry', channel);
    await room.settle();
    const call = room.workspace.channel('general').message('calls for help with');
    expect(call.visibleText()).toContain('the pool ran dry');
    await room.workspace.person('mahari').clicks('I’m on it', call);
    await room.settle();

    expect(channel.message('is called by').visibleText()).toContain('by @mahari');
    expect(channel.members()).toContain('mahari');
    expect(call.buttons()).toEqual([]);
  });

  it('tells no other channel of a private incident', async () => {
    const room = await openRoomCalling([['#general'], ['@mahari']]);
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'A secret', private: 'private' });
    await room.settle();
    const channel = room.workspace.channels().find(({ name }) => name.includes('secret'));
    await ana.types('/incident escalate', channel);
    await room.settle();

    expect(room.workspace.channel('general').messages()).toEqual([]);
    expect(callsTo(room, 'mahari')).toHaveLength(1);
    expect(channel?.message('#general could not be reached.').visibleText()).toContain('The incident is private');
  });

  it('calls nobody where a policy’s name is mistyped, and says which was meant', async () => {
    const room = await openRoomCalling([['@ben']]);
    const channel = await declare(room);
    const answer = await room.workspace.person('ana').types('/incident escalate databse hurry', channel);
    await room.settle();

    expect(answer.text).toContain('Did you mean `database`? Nobody was called.');
    expect(callsTo(room, 'ben')).toEqual([]);
  });

  it('fires late where the bot stood still, once, and says so', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari'], ['@ana']]);
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();
    await room.bot.stop();
    room.clock.advance(17 * MINUTE);
    await room.restart();
    await room.settle();

    expect(callsTo(room, 'mahari')).toHaveLength(1);
    expect(transcript(channel)).toContain('Nobody answered in 5 min (12 min late): called mahari');
    expect(callsTo(room, 'ana')).toEqual([]);
    await room.pass(5 * MINUTE);
    expect(callsTo(room, 'ana')).toHaveLength(1);
    expect(transcript(channel)).toContain('Nobody answered in 5 min: called ana');
  });
});
