import { describe, expect, it } from 'vitest';
import type { AlertHook } from '../../src/domain/policy.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { anAlertHook, fromAlertmanager, fromGrafana, fromScript } from '../support/alert-payloads.ts';
import { closes } from '../support/closes.ts';
import { transcript } from '../support/declare.ts';
import { engines } from '../support/engines.ts';
import { openRoomCalling } from '../support/escalation-rooms.ts';
import { openRoom, type Room, type RoomOptions } from '../support/open-room.ts';
import { hookSecrets, postAlert, SECRET } from '../support/post-alert.ts';
import { startReceiver } from '../support/webhooks/start-receiver.ts';

async function roomWithHook(hook: Partial<AlertHook> = {}, options: RoomOptions = {}): Promise<Room> {
  return openRoom({ hookSecrets, policy: { alertHooks: [anAlertHook(hook)] }, ...options });
}

const CHANNEL = 'inc-1-bookingerrors-service-booking';

function channelsOfIncidents(room: Room): readonly string[] {
  return room.workspace
    .channels()
    .map(({ name }) => name)
    .filter((name) => name.startsWith('inc-'));
}

/** Whoever sees the announcement comes to look. */
function anaComes(room: Room) {
  const ana = room.workspace.person('ana');
  const channel = room.workspace.channel(CHANNEL);
  ana.joins(channel);
  return { ana, channel };
}

function said(room: Room): string {
  return transcript(room.workspace.channel(CHANNEL));
}

describe.each(['http', 'socket'] as const)('an alert in the mode %s', (mode) => {
  it('opens an incident whose card tells what fires', async () => {
    const room = await roomWithHook({}, { mode });

    const answer = await postAlert(room, fromAlertmanager([{}, { instance: 'web-2' }]));

    expect(answer).toEqual({ status: 200, body: { incidents: ['INC-1'] } });
    const card = room.workspace.channel(CHANNEL).message('INC-1').visibleText();
    expect(card).toContain('🔥 investigating   🔴 SEV1');
    expect(card).toContain('2 alerts fire:\n• BookingErrors: 7 % of bookings fail (instance=web-1)\n• ');
    expect(card).toContain('Runbook: https://wiki.example.com/runbooks/booking');
    expect(card).toContain('http://prometheus.example.com:9090/graph?g0.expr=booking_errors+%3E+0.05&g0.tab=1');
    expect(card).toContain('Declared 2024-05-07 14:00 UTC by @faultline · detected 2024-05-07 13:52 UTC');
    expect(transcript(room.workspace.channel('incidents'))).toContain('BookingErrors (service=booking)');
  });

  it.each([
    ['POST', 'nobody', 404],
    ['GET', 'on-call', 405],
    ['POST', 'on-call', 401],
  ])('is refused by %s to %s without a secret with %i', async (method, name, status) => {
    const room = await roomWithHook({}, { mode });

    const response = await fetch(`${room.bot.address}/hooks/alerts/${name}`, { method });

    expect(response.status).toBe(status);
  });
});

describe('an alert', () => {
  it('asks nothing of the bot that declared it: no invitation, no message, no reminder', async () => {
    const room = await roomWithHook();
    await postAlert(room, fromAlertmanager([{}]));
    const { ana, channel } = anaComes(room);
    await ana.types('/incident update We are looking', channel);
    room.workspace.fails('chat.update', { kind: 'error', error: 'cant_update_message' });
    await ana.types('/incident status identified', channel);
    await room.pass(2 * HOUR);

    const about = room.workspace.record.calls.filter(({ arguments: given }) =>
      [given.users, given.channel, given.user].includes(room.workspace.botUserId),
    );
    expect(about).toEqual([]);
    expect(room.workspace.record.calls.some(({ method }) => method === 'conversations.invite')).toBe(false);
  });

  it('tells nobody but the log where its channel cannot be opened', async () => {
    const room = await roomWithHook();
    room.workspace.fails('conversations.create', { kind: 'error', error: 'restricted_action' });

    expect(await postAlert(room, fromAlertmanager([{}]))).toMatchObject({ status: 200 });

    expect(room.workspace.record.calls.map(({ method }) => method)).not.toContain('conversations.open');
    expect(room.workspace.record.calls.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });

  it('adds what is new to its incident, and nothing where it is only repeated', async () => {
    const room = await roomWithHook();
    await postAlert(room, fromAlertmanager([{}]));
    await room.pass(5 * MINUTE);
    const more = fromAlertmanager([{}, { instance: 'web-2', startsAt: '2024-05-07T14:03:00Z' }]);

    expect(await postAlert(room, more)).toEqual({ status: 200, body: { incidents: ['INC-1'] } });
    const before = said(room);
    await room.pass(4 * HOUR);
    expect(await postAlert(room, more)).toEqual({ status: 200, body: { incidents: ['INC-1'] } });
    expect(said(room)).toBe(before);
    await postAlert(room, fromAlertmanager([{ summary: 'All bookings fail' }, { instance: 'web-2' }]));

    const lines = said(room)
      .split('\n')
      .filter((line) => line.startsWith('faultline: 📌'));
    expect(lines).toEqual([
      'faultline: 📌 2024-05-07 14:03 UTC Alert fires: BookingErrors: 7 % of bookings fail (instance=web-2) · alert',
      'faultline: 📌 2024-05-07 18:05 UTC Alert says now: BookingErrors: All bookings fail (instance=web-1) · alert',
    ]);
    expect(channelsOfIncidents(room)).toEqual([CHANNEL]);
  });

  it('resolves its incident once every alert of the group is over, also across a restart', async () => {
    const room = await roomWithHook();
    const web2 = { instance: 'web-2' };
    await postAlert(room, fromAlertmanager([{}, web2]));
    await room.restart();
    await postAlert(room, fromAlertmanager([{ status: 'resolved' }, web2]));
    expect(said(room)).toContain(
      '📌 2024-05-07 13:59 UTC Alert is over: BookingErrors: 7 % of bookings fail (instance=web-1)',
    );
    expect(said(room)).toContain('🔥 investigating');

    // The first is not told any more: it was told to be over before.
    await postAlert(room, fromAlertmanager([{ ...web2, status: 'resolved' }]));

    expect(said(room)).toContain('✅ resolved');
    expect(said(room)).toMatch(/✅ 2024-05-07 14:00 UTC \*resolution\*: Alert is over: BookingErrors: .* — Faultline/u);
  });

  it.each<[string, Partial<AlertHook>, object]>([
    ['the policy only notes it', { onResolved: 'note' }, {}],
    ['alerts were left out', {}, { truncatedAlerts: 2 }],
  ])('leaves its incident as it is where %s', async (_, hook, overrides) => {
    const room = await roomWithHook(hook);
    await postAlert(room, fromAlertmanager([{}]));

    await postAlert(room, fromAlertmanager([{ status: 'resolved' }], overrides));

    expect(said(room)).toContain('🔥 investigating');
    expect(said(room)).toContain('Alert is over');
  });

  it('does not resolve again what a person resolved or took back since', async () => {
    const room = await roomWithHook();
    await postAlert(room, fromAlertmanager([{}]));
    const { ana, channel } = anaComes(room);
    await ana.types('/incident resolve Rolled back', channel);
    const over = fromAlertmanager([{ status: 'resolved' }]);
    await postAlert(room, over);
    expect(said(room).match(/\*resolution\*/gu)).toHaveLength(1);
    expect(said(room)).toContain('📌 2024-05-07 13:59 UTC Alert is over');

    await ana.types('/incident reopen Still failing', channel);
    await postAlert(room, over);

    expect(said(room)).toContain('🔥 investigating');
  });

  it('reopens an incident that is not closed when it fires again, and says so', async () => {
    const room = await roomWithHook();
    await postAlert(room, fromAlertmanager([{}]));
    await postAlert(room, fromAlertmanager([{ status: 'resolved' }]));
    await room.pass(10 * MINUTE);

    const again = await postAlert(room, fromAlertmanager([{ startsAt: '2024-05-07T14:08:00Z' }]));

    expect(again.body).toEqual({ incidents: ['INC-1'] });
    expect(said(room)).toContain('🔥 investigating');
    expect(said(room)).toMatch(/\*reopened\*: resolved → investigating: Alert fires again: BookingErrors/u);
    expect(channelsOfIncidents(room)).toEqual([CHANNEL]);
  });

  it('reopens it too where nobody told when it was over, and its sender’s clock is behind ours', async () => {
    const room = await roomWithHook({ format: 'plain' });
    for (const told of [{ status: 'firing' }, { status: 'resolved' }]) {
      await postAlert(room, fromScript(told));
    }

    await postAlert(room, fromScript({ status: 'firing', at: '2024-05-07T13:59:50Z' }));

    const channel = room.workspace.channel('inc-1-nightly-backup-failed');
    expect(transcript(channel)).toMatch(/\*reopened\*: .*Alert fires again: Nightly backup failed/u);
  });

  it('opens another incident after the first was closed, unless it only repeats what fired before', async () => {
    const room = await roomWithHook();
    await postAlert(room, fromAlertmanager([{}]));
    const { ana, channel } = anaComes(room);
    await ana.types('/incident resolve', channel);
    await closes(ana, channel);
    await room.pass(HOUR);

    expect((await postAlert(room, fromAlertmanager([{}]))).body).toEqual({ incidents: [] });
    const again = await postAlert(room, fromAlertmanager([{ startsAt: '2024-05-07T14:50:00Z' }]));

    expect(again.body).toEqual({ incidents: ['INC-2'] });
    expect(channelsOfIncidents(room)).toEqual([CHANNEL, 'inc-2-bookingerrors-service-booking']);
    await postAlert(room, fromAlertmanager([{ status: 'resolved', endsAt: '2024-05-07T14:55:00Z' }]));
    expect(transcript(room.workspace.channel('inc-2-bookingerrors-service-booking'))).toContain('✅ resolved');
  });

  it('opens another incident after the first was canceled, unless it only repeats what fired before', async () => {
    const room = await roomWithHook();
    await postAlert(room, fromAlertmanager([{}]));
    const { ana, channel } = anaComes(room);
    await ana.types('/incident cancel a test', channel);
    await room.pass(HOUR);

    const repeated = await postAlert(room, fromAlertmanager([{}]));
    const again = await postAlert(room, fromAlertmanager([{ startsAt: '2024-05-07T14:50:00Z' }]));

    expect([repeated.body, again.body]).toEqual([{ incidents: [] }, { incidents: ['INC-2'] }]);
  });

  it('resolves once it is over what a person reopened while it fired', async () => {
    const room = await roomWithHook();
    await postAlert(room, fromAlertmanager([{}]));
    const { ana, channel } = anaComes(room);
    await ana.types('/incident resolve Rolled back', channel);
    await ana.types('/incident reopen Still failing', channel);

    await postAlert(room, fromAlertmanager([{ status: 'resolved' }]));

    expect(said(room)).toContain('✅ resolved');
  });

  it('opens nothing when it comes after its own end', async () => {
    const room = await roomWithHook();

    const over = await postAlert(room, fromAlertmanager([{ status: 'resolved' }]));
    const late = await postAlert(room, fromAlertmanager([{}]));

    expect([over.body, late.body]).toEqual([{ incidents: [] }, { incidents: [] }]);
    expect(channelsOfIncidents(room)).toEqual([]);
  });

  it('opens nothing where the policy has it ignored, and does once it is changed', async () => {
    const room = await roomWithHook({ onFiring: 'ignore' });
    expect(await postAlert(room, fromAlertmanager([{}]))).toEqual({ status: 200, body: { incidents: [] } });

    await room.restart({ alertHooks: [anAlertHook()] });

    expect((await postAlert(room, fromAlertmanager([{}]))).body).toEqual({ incidents: ['INC-1'] });
  });

  it('is one of Grafana’s with its panel, or a script’s with nothing but a title', async () => {
    const room = await roomWithHook({ format: 'grafana' });
    await postAlert(room, fromGrafana());
    const card = room.workspace.channel('inc-1-payments-take-4-s').message('INC-1').visibleText();
    expect(card).toContain('SEV3');
    expect(card).toContain('Payment latency: Payments take 4 s (grafana_folder=Payments, region=eu-1, A=4.123, C=1)');
    expect(card).toContain('https://grafana.example.com/d/pay?orgId=1&viewPanel=4');

    await room.restart({ alertHooks: [anAlertHook({ format: 'plain' })] });
    for (const status of ['firing', 'firing', 'resolved', 'firing']) {
      expect((await postAlert(room, fromScript({ status }))).body).toEqual({ incidents: ['INC-2'] });
    }
    const second = transcript(room.workspace.channel('inc-2-nightly-backup-failed'));
    expect(second.match(/\*resolution\*: Alert is over: Nightly backup failed/gu)).toHaveLength(1);
    expect(second.match(/\*reopened\*: .*Alert fires again: Nightly backup failed/gu)).toHaveLength(1);
  });

  it('is called an alert where its system gives it no name', async () => {
    const room = await roomWithHook();
    const blank = { commonAnnotations: { summary: '  ' }, groupLabels: {} };

    expect((await postAlert(room, fromAlertmanager([{}], blank))).body).toEqual({ incidents: ['INC-1'] });

    expect(room.workspace.channel('inc-1-alert').message('INC-1').visibleText()).toContain('BookingErrors');
  });

  it('can neither notify anybody nor draw, whatever it holds', async () => {
    const room = await roomWithHook({ format: 'plain' });
    const bad = '<!channel> <@U1> *bold* \u0000\ud800 & <https://evil.example.com|bank>';
    const link = 'https://x.example.com/?a=<!here>|b';

    const answer = await postAlert(room, fromScript({ dedup_key: bad, title: bad, text: bad, link }));
    await postAlert(room, fromScript({ dedup_key: bad, title: bad, text: `${bad}!`, link }));

    expect(answer).toEqual({ status: 200, body: { incidents: ['INC-1'] } });
    const told = room.workspace.record.calls.map(({ arguments: given }) => `${given.text}\n${given.blocks}`);
    const markup = told.join('\n').replace(/\{"type":"plain_text"[^}]*\}/gu, '');
    expect(markup).not.toMatch(/<!channel>|<!here>|<@U1>|<https:\/\/[^>|]*evil[^>]*\|/u);
    expect(markup).toContain('&lt;!channel&gt; &lt;@U1&gt;');
  });

  it('calls a system outside in the bot’s own name, and nobody’s when it is over', async () => {
    const receiver = await startReceiver(() => ({ status: 200 }));
    const room = await openRoomCalling([['pager']], {
      hookSecrets: new Map([...hookSecrets, ['PAGER', SECRET]]),
      policy: {
        webhooks: [{ name: 'pager', format: 'signed', url: receiver.address }],
        alertHooks: [anAlertHook({ escalationPolicy: 'database' })],
      },
    });
    await postAlert(room, fromAlertmanager([{}]));
    await postAlert(room, fromAlertmanager([{ status: 'resolved' }]));

    const told = receiver.delivered.map(({ body }) => JSON.parse(body));
    expect(told.map(({ kind, by }) => [kind, by])).toEqual([
      ['trigger', 'Faultline'],
      ['resolve', null],
    ]);
    expect(new Set(told.map(({ dedup_key }) => dedup_key.replace(/[0-9A-Z]{26}/u, 'ULID')))).toEqual(
      new Set([`faultline-${room.bot.teamId}-ULID-1`]),
    );
  });

  it('stands in the postmortem with the alert as its source, and the bot among no people', async () => {
    const room = await roomWithHook();
    await postAlert(room, fromAlertmanager([{}]));
    await room.pass(10 * MINUTE);
    await postAlert(room, fromAlertmanager([{ status: 'resolved' }]));
    const { ana, channel } = anaComes(room);
    await closes(ana, channel);
    await room.settle();

    const draft =
      channel
        .files()
        .find(({ name }) => name.endsWith('.md'))
        ?.content?.toString() ?? '';
    for (const line of [
      '**Declared by:** Faultline, 2024-05-07 14:00 UTC',
      '**Times:** UTC',
      '- 2024-05-07 13:52 UTC, detected: BookingErrors: 7 % of bookings fail',
      '(an app, [alert](http://prometheus.example.com:9090/graph?g0.expr=booking_errors+%3E+0.05&g0.tab=1))',
      'Declared as SEV1 by the alert hook on-call: BookingErrors',
      'declared 2024-05-07 14:00 UTC ([message](',
      '): **7 min** |',
    ]) {
      expect(draft).toContain(line);
    }
  });
});

describe.each(engines)('alerts on $name', (engine) => {
  it('open one incident for one key, however many come at once', async () => {
    const room = await roomWithHook({}, { engine });
    const webs = Array.from({ length: 8 }, (_, index) => ({ instance: `web-${index}` }));

    const answers = await Promise.all(webs.map((web) => postAlert(room, fromAlertmanager([web]))));

    expect(answers).toEqual(webs.map(() => ({ status: 200, body: { incidents: ['INC-1'] } })));
    expect(channelsOfIncidents(room)).toEqual([CHANNEL]);
    expect(said(room).match(/Alert fires/gu)).toHaveLength(7);
    await postAlert(room, fromAlertmanager(webs.map((web) => ({ ...web, status: 'resolved' }))));
    expect(said(room)).toContain('✅ resolved');
  });

  it('open an incident for each key that comes at once', async () => {
    const room = await roomWithHook({ format: 'plain' }, { engine });
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];

    const answers = await Promise.all(keys.map((dedup_key) => postAlert(room, fromScript({ dedup_key }))));

    const names = answers.map(({ body }) => JSON.stringify(body)).sort();
    expect(names).toEqual(keys.map((_, index) => `{"incidents":["INC-${index + 1}"]}`));
  });
});
