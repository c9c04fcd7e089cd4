import { describe, expect, it } from 'vitest';
import { type Opsgenie, startOpsgenie } from '../support/webhooks/start-opsgenie.ts';
import { startReceiver } from '../support/webhooks/start-receiver.ts';
import { caller, faultOf, SECRET } from '../support/webhooks/webhook-call.ts';

const alias = 'faultline-01J2ESCALATION';

async function open() {
  const opsgenie = await startOpsgenie(SECRET);
  return { opsgenie, ...caller({ format: 'opsgenie', url: opsgenie.url }) };
}

function lastRequest({ delivered }: Opsgenie) {
  const { path = '', body = '' } = delivered.at(-1) ?? {};
  return { path, ...JSON.parse(body) };
}

describe('an Opsgenie webhook', () => {
  it('opens an alert, acknowledges it and closes it', async () => {
    const { opsgenie, send } = await open();

    const answers = [
      await send(),
      await send({ kind: 'acknowledge', by: 'Ben' }),
      await send({ kind: 'resolve', by: undefined }),
    ];

    expect(answers).toEqual(Array(3).fill('202 Request will be processed'));
    expect(opsgenie.alerts()).toEqual([
      { alias, status: 'closed', acknowledged: true, count: 1, notes: ['Answered by Ben.', 'The call is over.'] },
    ]);
  });

  it('opens no second alert when a call is repeated, and one each for two escalations', async () => {
    const { opsgenie, send } = await open();

    await send();
    await send({}, { isRepeat: true });
    await send({ dedupKey: 'faultline-another' });

    expect(opsgenie.alerts().map((alert) => [alert.alias, alert.status, alert.count])).toEqual([
      [alias, 'open', 2],
      ['faultline-another', 'open', 1],
    ]);
  });

  it('is told what happened, where, why and how bad', async () => {
    const { opsgenie, send } = await open();

    await send({ severityRank: 1, severity: 'SEV2' });

    expect(lastRequest(opsgenie)).toEqual({
      path: '/v2/alerts',
      source: 'Faultline',
      user: 'Ana',
      message: 'SEV2 INC-42: Booking is down',
      alias,
      description: [
        'Booking is down',
        'The pool is full and nobody here may restart it.',
        'Called by Ana.',
        'https://acme.slack.com/archives/C0123456789',
      ].join('\n'),
      priority: 'P2',
      entity: 'INC-42',
      details: { incident: 'INC-42', severity: 'SEV2', at: '2026-05-07T12:00:00.000Z' },
    });
  });

  it.each([
    [0, 'P1'],
    [3, 'P4'],
    [4, 'P5'],
    [9, 'P5'],
  ])('gives the severity of rank %i the priority %s', async (severityRank, priority) => {
    const { opsgenie, send } = await open();

    await send({ severityRank });

    expect(lastRequest(opsgenie).priority).toBe(priority);
  });

  it('finds the alert by an alias of any characters, at an address with a slash at its end', async () => {
    const opsgenie = await startOpsgenie(SECRET);
    const { send } = caller({ format: 'opsgenie', url: `${opsgenie.url}/` });
    const dedupKey = 'a/b?c#d e%2Ff';
    await caller({ format: 'opsgenie', url: opsgenie.url }).send({ dedupKey });

    await send({ dedupKey, kind: 'acknowledge' });

    expect(opsgenie.alerts()).toMatchObject([{ alias: dedupKey, acknowledged: true }]);
  });

  it('hears of a private incident by its number alone', async () => {
    const { opsgenie, send } = await open();

    await send({ title: undefined, reason: 'The merger leaked', by: undefined, link: undefined });

    expect(lastRequest(opsgenie)).toMatchObject({
      message: 'SEV1 INC-42: A private incident',
      description: 'A private incident',
      user: 'Faultline',
    });
  });

  it('gets no HTML from what people typed', async () => {
    const { opsgenie, send } = await open();

    await send({ title: '<img src=x onerror=alert(1)> p99 < 2 s', reason: '</p><!-- <a href="x">y</a>', by: '<b>Ana' });

    const { path: _, ...texts } = lastRequest(opsgenie);
    expect(JSON.stringify(texts)).not.toMatch(/<[a-z/!?]/iu);
    expect(texts.message).toBe('SEV1 INC-42: ‹img src=x onerror=alert(1)> p99 < 2 s');
  });

  it('is not tried again when it does not know the key', async () => {
    const { url } = await startOpsgenie('another');

    const fault = await faultOf(caller({ format: 'opsgenie', url }).send());

    expect([fault.sort, fault.reason]).toEqual(['never', 'http_401']);
    expect(fault.cause).toMatchObject({ message: '401 Could not authenticate' });
  });

  it('says what was wrong with a request', async () => {
    const answer = { message: 'Please check the errors.', errors: { message: 'Message can not be empty.' }, took: 0.1 };
    const { address: url } = await startReceiver(() => ({ status: 422, body: JSON.stringify(answer) }));

    const fault = await faultOf(caller({ format: 'opsgenie', url }).send());

    expect([fault.sort, fault.reason]).toEqual(['never', 'http_422']);
    expect(fault.cause).toMatchObject({ message: '422 Please check the errors. – Message can not be empty.' });
  });

  it.each(['ключ', 'two\nlines', 'two words'])('is not called with a key that is none: %j', async (secret) => {
    const opsgenie = await startOpsgenie(SECRET);

    const fault = await faultOf(caller({ format: 'opsgenie', url: opsgenie.url }, { secret }).send());

    expect([fault.sort, fault.reason, fault.cause]).toEqual(['never', 'webhook_secret_malformed', undefined]);
    expect(opsgenie.delivered).toEqual([]);
  });
});
