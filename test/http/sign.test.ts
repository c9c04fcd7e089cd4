import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { instant } from '../../src/domain/time.ts';
import { sign } from '../../src/http/sign.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { startReceiver } from '../support/webhooks/start-receiver.ts';
import { caller, NOON, SECRET } from '../support/webhooks/webhook-call.ts';

describe('sign', () => {
  // printf '1700000000.{"kind":"trigger"}' | openssl dgst -sha256 -hmac 'it is a secret'
  it('makes the signature that openssl makes', () => {
    expect(sign('{"kind":"trigger"}', 'it is a secret', instant(1_700_000_000_999))).toEqual({
      'X-Faultline-Timestamp': '1700000000',
      'X-Faultline-Signature': 'v1=787023eeb87800caac5cbd9871cb6c2b2b16067757b0b8cc08c5bebf9dc38d3a',
    });
  });

  it('covers the body as it is sent, with every character', async () => {
    const receiver = await startReceiver(() => ({ status: 204 }));

    await caller({ format: 'signed', url: receiver.address }).send({ title: 'Die Buchung hängt 🔥 “так”' });

    const [{ headers, body } = { headers: {}, body: '' }] = receiver.delivered;
    const timestamp = String(Date.parse(NOON) / 1_000);
    const expected = createHmac('sha256', SECRET).update(`${timestamp}.${body}`, 'utf8').digest('hex');
    expect(body).toContain('Die Buchung hängt 🔥 “так”');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-faultline-timestamp': timestamp,
      'x-faultline-signature': `v1=${expected}`,
      'x-faultline-delivery': '01J2DELIVERY',
    });
  });

  it('is made anew for each attempt, while the body and the delivery stay', async () => {
    const receiver = await startReceiver(() => ({ status: 204 }));
    const clock = new ManualClock(NOON);
    const { send } = caller({ format: 'signed', url: receiver.address }, { time: clock });

    await send();
    clock.advance(90_000);
    await send({}, { isRepeat: true });

    const [first, second] = receiver.delivered;
    const changed = ['x-faultline-timestamp', 'x-faultline-signature', 'x-faultline-delivery'].map(
      (name) => first?.headers[name] !== second?.headers[name],
    );
    expect(changed).toEqual([true, true, false]);
    expect(second?.body).toBe(first?.body);
  });
});
