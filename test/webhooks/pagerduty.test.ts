import { describe, expect, it } from 'vitest';
import { type Pagerduty, startPagerduty } from '../support/webhooks/start-pagerduty.ts';
import { caller, faultOf, SECRET } from '../support/webhooks/webhook-call.ts';

const key = 'faultline-01J2ESCALATION';

async function open() {
  const pagerduty = await startPagerduty();
  return { pagerduty, ...caller({ format: 'pagerduty', url: pagerduty.url }) };
}

function lastEvent({ delivered }: Pagerduty) {
  return JSON.parse(delivered.at(-1)?.body ?? '');
}

describe('a PagerDuty webhook', () => {
  it('opens an alert, acknowledges it and resolves it', async () => {
    const { pagerduty, send } = await open();
    const seen = [];

    for (const kind of ['trigger', 'acknowledge', 'resolve'] as const) {
      const answer = await send({ kind });
      seen.push([answer, ...pagerduty.alerts().map(({ status }) => status)]);
    }

    expect(seen).toEqual([
      ['202 Event processed', 'triggered'],
      ['202 Event processed', 'acknowledged'],
      ['202 Event processed', 'resolved'],
    ]);
  });

  it('opens no second alert when a call is repeated, and one each for two escalations', async () => {
    const { pagerduty, send } = await open();

    await send();
    await send({}, { isRepeat: true });
    await send({ dedupKey: 'faultline-another' });

    expect(pagerduty.alerts()).toEqual([
      { dedupKey: key, status: 'triggered', triggers: 2 },
      { dedupKey: 'faultline-another', status: 'triggered', triggers: 1 },
    ]);
  });

  it('is told what happened, where, why and how bad', async () => {
    const { pagerduty, send } = await open();

    await send({ severityRank: 1, severity: 'SEV2' });

    expect(lastEvent(pagerduty)).toEqual({
      routing_key: SECRET,
      event_action: 'trigger',
      dedup_key: key,
      client: 'Faultline',
      payload: {
        summary: 'SEV2 INC-42: Booking is down – The pool is full and nobody here may restart it.',
        source: 'Faultline',
        severity: 'error',
        timestamp: '2026-05-07T12:00:00.000Z',
        custom_details: {
          incident: 'INC-42',
          severity: 'SEV2',
          reason: 'The pool is full and nobody here may restart it.',
          called_by: 'Ana',
        },
      },
      links: [{ href: 'https://acme.slack.com/archives/C0123456789', text: 'The channel of INC-42' }],
    });
  });

  it.each([
    [0, 'critical'],
    [1, 'error'],
    [2, 'warning'],
    [3, 'info'],
    [9, 'info'],
  ])('calls the severity of rank %i %s', async (severityRank, severity) => {
    const { pagerduty, send } = await open();

    await send({ severityRank });

    expect(lastEvent(pagerduty).payload.severity).toBe(severity);
  });

  it('hears of a private incident by its number alone, and leaves out what nobody said', async () => {
    const { pagerduty, send } = await open();

    await send({ title: undefined, reason: 'The merger leaked', by: undefined, link: undefined });

    const { payload, links } = lastEvent(pagerduty);
    expect(payload.summary).toBe('SEV1 INC-42: A private incident');
    expect(payload.custom_details).toEqual({ incident: 'INC-42', severity: 'SEV1' });
    expect(links).toBeUndefined();
  });

  it('is not tried again when it refuses the event, and its words stand in the fault without the key', async () => {
    const { url } = await startPagerduty();

    const fault = await faultOf(caller({ format: 'pagerduty', url }, { secret: 'too-short' }).send());

    expect([fault.sort, fault.reason]).toEqual(['never', 'http_400']);
    expect(fault.cause).toMatchObject({
      message: "400 Event object is invalid – Length of 'routing_key' is incorrect (should be 32 characters)",
    });
  });
});
