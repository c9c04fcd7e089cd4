import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { declare, transcript } from '../support/declare.ts';
import { answeredByBen, callsTo, openRoomCalling, toldTo } from '../support/escalation-rooms.ts';
import { openRoom, type Room } from '../support/open-room.ts';
import { startReceiver } from '../support/webhooks/start-receiver.ts';
import { SECRET } from '../support/webhooks/webhook-call.ts';

async function passMinutes(room: Room, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    await room.pass(MINUTE);
  }
}

describe('while Slack takes no messages', () => {
  it('counts nobody’s minutes before they were reached, and gives nobody up', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']], { rounds: 1 });
    const channel = await declare(room);
    room.workspace.fails('chat.postMessage', { kind: 'status', status: 503, times: 100_000 });
    await room.workspace.person('ana').types('/incident escalate', channel);
    await passMinutes(room, 8);
    room.workspace.recovers();
    await passMinutes(room, 3);

    const card = channel.message('is called by');
    expect(callsTo(room, 'ben')).toHaveLength(1);
    expect(callsTo(room, 'mahari')).toEqual([]);
    expect(card.visibleText()).not.toContain('@ben called 2024-05-07 14:00');
    expect(transcript(channel)).not.toContain('Nobody answered');

    await passMinutes(room, 6);
    expect(callsTo(room, 'mahari')).toHaveLength(1);
    expect(transcript(channel)).toContain('Nobody answered in 5 min: called mahari');
  });

  it('tells nobody for hours that nobody is left, while somebody may still be reached', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.fails('chat.postMessage', { kind: 'status', status: 503, times: 100_000 });
    await room.workspace.person('ana').types('/incident escalate @ben hurry', channel);
    for (let quarter = 0; quarter < 12; quarter++) {
      await room.pass(HOUR / 4);
    }
    expect((await room.workspace.person('ana').types('/incident timeline unanswered', channel)).text).not.toContain(
      'nobody is left',
    );
    room.workspace.recovers();
    await room.pass(6 * MINUTE);
    expect(callsTo(room, 'ben').length).toBeGreaterThan(0);
  });
});

describe('the question whether somebody is still on it', () => {
  it('gives them its minutes from when it reached them', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    await answeredByBen(room, 'sev1 Booking is down');
    await room.settle();
    room.workspace.fails('chat.postMessage', { kind: 'status', status: 503, times: 100_000 });
    await room.pass(30 * MINUTE);
    await passMinutes(room, 8);
    room.workspace.recovers();
    await passMinutes(room, 4);
    expect(toldTo(room, 'ben').at(-1)).toContain('Are you still on it?');
    expect(callsTo(room, 'mahari')).toEqual([]);

    await passMinutes(room, 5);
    expect(callsTo(room, 'mahari')).toHaveLength(1);
  });
});

describe('what whoever was called sees later', () => {
  it('is what they were told then: nothing that a private incident said after they left', async () => {
    const room = await openRoom();
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    const channel = room.workspace.channels().find(({ name }) => name.includes('leak'));
    if (channel === undefined) {
      throw new Error('no channel was opened');
    }
    const ben = room.workspace.person('ben');
    await ana.types('/incident escalate @ben hurry', channel);
    await room.settle();
    await ben.clicks('Can’t, pass on', ben.directMessages()[0] ?? channel.message('INC'));
    await room.pass(MINUTE);
    ana.removes('ben', channel);
    await ana.types('/incident log a later secret', channel);
    await ana.types('/incident resolve', channel);
    await room.settle();

    expect(toldTo(room, 'ben').join('\n')).not.toContain('later secret');
  });
});

describe('an answer', () => {
  it('is not what whoever asked for help writes themselves', async () => {
    const room = await openRoom();
    room.workspace.changeGroup('dba', ['ana', 'ben']);
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate @dba help', channel);
    await room.pass(MINUTE);
    room.workspace.person('ana').says('I called the DBAs', channel);
    await room.settle();

    expect(channel.message('is called by').visibleText()).not.toContain('answered');
  });

  it('is “still on it” too, said a minute late', async () => {
    const room = await openRoomCalling([['@ben'], ['@mahari']]);
    const { channel, ben } = await answeredByBen(room, 'sev1 Booking is down');
    await room.pass(30 * MINUTE);
    const question = ben.directMessages().at(-1);
    await passMinutes(room, 6);
    expect(callsTo(room, 'mahari')).toHaveLength(1);
    await ben.clicks('Still on it', question ?? channel.message('INC'));
    await room.pass(HOUR / 4);

    expect(channel.message('is called by').visibleText()).toContain('🙋');
    expect(callsTo(room, 'mahari')).toHaveLength(1);
  });

  it('that was passed on to nobody is not called none', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ben = room.workspace.person('ben');
    await room.workspace.person('ana').types('/incident escalate @ben help', channel);
    await room.settle();
    const call = ben.directMessages()[0] ?? channel.message('INC');
    await ben.clicks('I’m on it', call);
    await room.settle();
    await ben.clicks('Can’t, pass on', call);
    await room.settle();

    expect(transcript(channel)).toContain('*Nobody is on the call any more* to @ben. Call somebody else, or by phone.');
    expect(transcript(channel)).not.toContain('Nobody answered the call');
  });
});

describe('a system outside', () => {
  it('hears the same under one delivery, however the incident went on meanwhile', async () => {
    let isUp = true;
    const receiver = await startReceiver(() => ({ status: isUp ? 200 : 503 }));
    const room = await openRoomCalling([['pager']], {
      hookSecrets: new Map([['PAGER', SECRET]]),
      policy: { webhooks: [{ name: 'pager', format: 'signed', url: receiver.address }] },
    });
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident escalate', channel);
    await room.settle();
    isUp = false;
    await ana.types('/incident ack', channel);
    await room.settle();
    await ana.types('/incident resolve', channel);
    await room.settle();
    isUp = true;
    await passMinutes(room, 10);

    const told = receiver.delivered.map(({ body }) => JSON.parse(body));
    const kinds = new Map(told.map(({ delivery }) => [delivery, new Set<string>()]));
    for (const { delivery, kind } of told) {
      kinds.get(delivery)?.add(kind);
    }
    expect([...kinds.values()].map((set) => [...set])).toEqual([['trigger'], ['acknowledge'], ['resolve']]);
  });
});
