import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { createWebhooks } from '../../src/webhooks/create-webhooks.ts';
import { startReceiver } from '../support/webhooks/start-receiver.ts';
import { anAttempt, anEvent, faultOf, NOON } from '../support/webhooks/webhook-call.ts';

const clock = new ManualClock(NOON);

describe('createWebhooks', () => {
  it('calls the one of that name, with its own secret', async () => {
    const [first, second] = [
      await startReceiver(() => ({ status: 200 })),
      await startReceiver(() => ({ status: 200 })),
    ];
    const webhooks = createWebhooks({
      webhooks: [
        { name: 'first', format: 'opsgenie', url: first.address },
        { name: 'second', format: 'opsgenie', url: second.address },
      ],
      secretOf: (name) => `secret-of-${name}`,
      clock,
      timers: clock,
    });

    await webhooks.send('second', anEvent(), anAttempt());

    expect(first.delivered).toEqual([]);
    expect(second.delivered.map(({ headers }) => headers.authorization)).toEqual(['GenieKey secret-of-second']);
  });

  it.each([
    ['that the policy does not name', 'gone', 'webhook_unknown'],
    ['that has no secret', 'pager', 'webhook_without_secret'],
  ])('never calls one %s', async (_, name, reason) => {
    const receiver = await startReceiver(() => ({ status: 200 }));
    const webhooks = createWebhooks({
      webhooks: [{ name: 'pager', format: 'signed', url: receiver.address }],
      secretOf: () => undefined,
      clock,
      timers: clock,
    });

    const fault = await faultOf(webhooks.send(name, anEvent(), anAttempt()));

    expect([fault.sort, fault.reason]).toEqual(['never', reason]);
    expect(receiver.delivered).toEqual([]);
  });
});
