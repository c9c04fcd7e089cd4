import { describe, expect, it } from 'vitest';
import { personId } from '../../src/domain/ids.ts';
import { type CalendarDate, HOUR, MINUTE, UTC } from '../../src/domain/time.ts';
import { anAlertHook, fromAlertmanager, fromScript } from '../support/alert-payloads.ts';
import { declare, transcript } from '../support/declare.ts';
import { answeredByBen, callsTo, openRoomCalling, toldTo } from '../support/escalation-rooms.ts';
import type { Room } from '../support/open-room.ts';
import { hookSecrets, postAlert } from '../support/post-alert.ts';
import { startPagerduty } from '../support/webhooks/start-pagerduty.ts';
import { startReceiver } from '../support/webhooks/start-receiver.ts';
import { SECRET } from '../support/webhooks/webhook-call.ts';

/** A policy that calls the webhook `pager` and then mahari. */
async function roomWithPager(url: string, format: 'pagerduty' | 'signed' = 'pagerduty'): Promise<Room> {
  return openRoomCalling([['pager'], ['@mahari']], {
    hookSecrets: new Map([['PAGER', SECRET]]),
    policy: { webhooks: [{ name: 'pager', format, url }] },
  });
}

describe('a step that calls a system outside of Slack', () => {
  it('opens an alert there, acknowledges it with the answer, and resolves it with the incident', async () => {
    const pagerduty = await startPagerduty();
    const room = await roomWithPager(pagerduty.url);
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident escalate the pool ran dry', channel);
    await room.settle();
    const seen = [pagerduty.alerts()[0]?.status];
    const card = channel.message('is called by');
    expect(card.visibleText()).toContain('📟 *pager* called 2024-05-07 14:00 UTC: 202 Event processed');

    await ana.types('/incident ack', channel);
    await room.settle();
    seen.push(pagerduty.alerts()[0]?.status);
    await ana.types('/incident resolve', channel);
    await room.settle();
    seen.push(pagerduty.alerts()[0]?.status);

    expect(seen).toEqual(['triggered', 'acknowledged', 'resolved']);
    expect(pagerduty.alerts()).toHaveLength(1);
  });

  it('says that it is not reached yet while it is tried again, and never that it was called', async () => {
    let isUp = false;
    const receiver = await startReceiver(() => (isUp ? { status: 200 } : { status: 503 }));
    const room = await roomWithPager(`${receiver.address}/call`, 'signed');
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();
    const card = channel.message('is called by');
    expect(card.visibleText()).toContain('⏳ calling *pager*, not reached yet. The answer was HTTP 503.');
    expect(card.visibleText()).not.toContain('*pager* called');

    isUp = true;
    await room.pass(MINUTE);
    expect(card.visibleText()).toContain('📟 *pager* called');
    expect(card.visibleText()).not.toContain('not reached');
  });

  it('calls the next at once where it refuses for good', async () => {
    const receiver = await startReceiver(() => ({ status: 401 }));
    const room = await roomWithPager(`${receiver.address}/call`, 'signed');
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();

    expect(callsTo(room, 'mahari')).toHaveLength(1);
    expect(transcript(channel)).toContain('⚠️ *pager* could not be reached. The answer was HTTP 401.');
  });

  it('is not called any more once somebody answered while it was down', async () => {
    let isUp = false;
    const receiver = await startReceiver(() => (isUp ? { status: 200 } : { status: 503 }));
    const room = await roomWithPager(`${receiver.address}/call`, 'signed');
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();
    await room.workspace.person('ana').types('/incident ack', channel);
    const tried = receiver.delivered.length;
    isUp = true;
    await room.pass(10 * MINUTE);

    // Whether an earlier attempt got through nobody knows, so it hears that it is over.
    const since = receiver.delivered.slice(tried).map(({ body }) => JSON.parse(body).kind);
    expect(new Set(since)).toEqual(new Set(['acknowledge']));
    expect(channel.message('is called by').visibleText()).toContain('*pager* not called any more');
  });
});

describe('a system that was down in several rounds', () => {
  it('hears once of the answer, whatever it heard of the calls', async () => {
    let isUp = false;
    const receiver = await startReceiver(() => (isUp ? { status: 200 } : { status: 503 }));
    const room = await roomWithPager(`${receiver.address}/call`, 'signed');
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate', channel);
    for (let step = 0; step < 3; step++) {
      await room.pass(5 * MINUTE);
    }
    isUp = true;
    await room.workspace.person('ana').types('/incident ack', channel);
    const tried = receiver.delivered.length;
    await room.pass(HOUR);

    const since = receiver.delivered.slice(tried).map(({ body }) => JSON.parse(body).kind);
    expect(since).toEqual(['acknowledge']);
  });
});

describe('a call that is passed on after it was answered', () => {
  it('rings the pager anew, as an acknowledged alert wakes nobody', async () => {
    const pagerduty = await startPagerduty();
    const room = await openRoomCalling([['pager', '@ben']], {
      hookSecrets: new Map([['PAGER', SECRET]]),
      policy: { webhooks: [{ name: 'pager', format: 'pagerduty', url: pagerduty.url }] },
    });
    const { channel, ben, call } = await answeredByBen(room);
    await room.settle();
    await ben.clicks('Can’t, pass on', call);
    await room.settle();

    expect(pagerduty.alerts().map(({ status }) => status)).toEqual(['resolved', 'triggered']);
    await room.workspace.person('ana').types('/incident ack', channel);
    await room.settle();
    await room.workspace.person('ana').types('/incident resolve', channel);
    await room.settle();
    expect(pagerduty.alerts().map(({ status }) => status)).toEqual(['resolved', 'resolved']);
  });

  it('resolves what was acknowledged once, however many pass on after that', async () => {
    const receiver = await startReceiver(() => ({ status: 200 }));
    const room = await openRoomCalling([['pager', '@ben', '@mahari']], {
      hookSecrets: new Map([['PAGER', SECRET]]),
      policy: { webhooks: [{ name: 'pager', format: 'signed', url: receiver.address }] },
    });
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();
    for (const [name, label] of [
      ['ben', 'I’m on it'],
      ['ben', 'Can’t, pass on'],
      ['mahari', 'Can’t, pass on'],
    ] as const) {
      const person = room.workspace.person(name);
      const call = person.directMessages().findLast((message) => message.visibleText().includes('calls you to'));
      await person.clicks(label, call ?? channel.message('INC'));
      await room.settle();
    }

    const told = receiver.delivered.map(({ body }) => JSON.parse(body).kind);
    expect(told.toSorted()).toEqual(['acknowledge', 'resolve', 'trigger', 'trigger']);
  });

  it('tells a system that was called in several rounds once of the answer and once of the end', async () => {
    const receiver = await startReceiver(() => ({ status: 200 }));
    const room = await openRoomCalling([['pager']], {
      hookSecrets: new Map([['PAGER', SECRET]]),
      policy: { webhooks: [{ name: 'pager', format: 'signed', url: receiver.address }] },
    });
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    await ana.types('/incident escalate', channel);
    await room.pass(5 * MINUTE);
    await room.pass(5 * MINUTE);
    await ana.types('/incident ack', channel);
    await room.settle();
    await ana.types('/incident resolve', channel);
    await room.settle();

    const told = receiver.delivered.map(({ body }) => JSON.parse(body).kind);
    expect(told).toEqual(['trigger', 'trigger', 'trigger', 'acknowledge', 'resolve']);
  });
});

describe('a step that calls a rota', () => {
  it('calls whoever is on duty when it begins, somebody who covers included', async () => {
    const room = await openRoomCalling([['@ana'], ['@ana']]);
    const { workspace } = room;
    const idOf = (name: string) => personId(workspace.person(name).id);
    const rota = {
      name: 'database',
      members: [idOf('ben'), idOf('mahari')],
      zone: UTC,
      handOverWeekday: 2,
      handOverTime: '14:03',
      firstHandOver: '2024-05-07' as CalendarDate,
    };
    const steps = [1, 2].map(() => ({ targets: [{ kind: 'rota', name: 'database' } as const], waitMinutes: 5 }));
    const policy = { name: 'night', severities: ['SEV3'], steps, workingHours: undefined, rounds: 1, contacts: [] };
    await room.restart({ rotas: [rota], escalationPolicies: [policy] });
    const channel = await declare(room);
    await workspace.person('ana').types('/incident escalate', channel);
    await room.settle();

    // The turn before the first hand-over is that of the last member.
    expect(callsTo(room, 'mahari')).toHaveLength(1);
    expect(channel.message('is called by').visibleText()).toContain('📟 @mahari (rota *database*) called');
    await room.pass(5 * MINUTE);
    expect(callsTo(room, 'ben')).toHaveLength(1);

    await workspace.person('ana').types('/incident rota database @ana covers for @ben until tomorrow 9:00', channel);
    await workspace.person('ana').types('/incident escalate', channel);
    await room.settle();
    expect(callsTo(room, 'ana')).toHaveLength(1);
  });

  it('goes past a rota that the policy has no more', async () => {
    const room = await openRoomCalling([['@ana'], ['@mahari']]);
    const steps = [
      { targets: [{ kind: 'rota', name: 'gone' } as const], waitMinutes: 5 },
      { targets: [{ kind: 'person', id: personId(room.workspace.person('mahari').id) } as const], waitMinutes: 5 },
    ];
    const policy = { name: 'night', severities: ['SEV3'], steps, workingHours: undefined, rounds: 1, contacts: [] };
    await room.restart({ escalationPolicies: [policy] });
    const channel = await declare(room);
    await room.workspace.person('ana').types('/incident escalate', channel);
    await room.settle();

    expect(callsTo(room, 'mahari')).toHaveLength(1);
    expect(transcript(channel)).toContain('rota *gone* could not be reached. The policy has no such rota any more.');
  });
});

describe('an alert that opens an incident', () => {
  it('calls whom the policy of its hook names, and tells the bot itself nothing', async () => {
    const hook = anAlertHook({ escalationPolicy: 'database', onResolved: 'resolve' });
    const room = await openRoomCalling([['@ben'], ['@mahari']], { hookSecrets, policy: { alertHooks: [hook] } });
    await postAlert(room, fromAlertmanager([{}]));

    expect(room.workspace.record.calls.filter(({ method }) => method === 'conversations.open')).toHaveLength(1);
    const [call] = callsTo(room, 'ben');
    expect(call).toContain('@faultline calls you to *INC-1*');
    expect(call).toContain('BookingErrors: 7 % of bookings fail');
    for (let step = 0; step < 6; step++) {
      await room.pass(5 * MINUTE);
    }
    expect(callsTo(room, 'mahari')).toHaveLength(3);
    const channel = room.workspace.channels().find(({ name }) => name.startsWith('inc-'));
    expect(channel?.message('Nobody answered the call').visibleText()).toContain('nobody is left to call');
    expect(channel?.members()).toEqual(expect.arrayContaining(['ben', 'mahari']));
    for (const name of ['ben', 'mahari']) {
      expect(toldTo(room, name).at(-1)).toContain('*Nobody answered the call* to policy *database*');
    }
    expect(room.workspace.person('ben').directMessages()[0]?.visibleText()).toContain('in #inc-1-bookingerrors');
  });

  it('ends the calls when it is over, and calls anew when it fires again', async () => {
    const hook = anAlertHook({ format: 'plain', escalationPolicy: 'database' });
    const room = await openRoomCalling([['@ben'], ['@mahari']], { hookSecrets, policy: { alertHooks: [hook] } });
    await postAlert(room, fromScript());
    await room.pass(MINUTE);
    await postAlert(room, fromScript({ status: 'resolved' }));
    await room.pass(10 * MINUTE);
    expect(toldTo(room, 'ben').at(-1)).toContain('is resolved: nobody has to answer');
    expect(callsTo(room, 'mahari')).toEqual([]);

    await postAlert(room, fromScript());
    expect(callsTo(room, 'ben')).toHaveLength(2);
  });

  it('calls nobody where its hook names no policy', async () => {
    const room = await openRoomCalling([['@ben']], { hookSecrets, policy: { alertHooks: [anAlertHook()] } });
    await postAlert(room, fromAlertmanager([{}]));

    expect(callsTo(room, 'ben')).toEqual([]);
  });
});
