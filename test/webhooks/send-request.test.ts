import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { addMilliseconds, HOUR, MINUTE, SECOND } from '../../src/domain/time.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { createLogger } from '../../src/system/logger.ts';
import type { WebhookEvent } from '../../src/use-cases/webhooks.ts';
import { createGate } from '../support/gate.ts';
import { startReceiver } from '../support/webhooks/start-receiver.ts';
import { caller, faultOf, NOON, SECRET } from '../support/webhooks/webhook-call.ts';

/** Calls somebody who answers so, in our own format. */
async function call(answer: Parameters<typeof startReceiver>[0], time = new ManualClock(NOON)) {
  const receiver = await startReceiver(answer);
  const { send } = caller({ format: 'signed', url: `${receiver.address}/calls?team=ops` }, { time });
  return { receiver, answer: (event?: Partial<WebhookEvent>) => send(event) };
}

function inGmt(milliseconds: number): string {
  return new Date(addMilliseconds(NOON, milliseconds)).toUTCString();
}

describe('a call that arrives', () => {
  it.each([
    [200, 'ok', '200 ok'],
    [202, '{"message":"Event processed"}', '202 Event processed'],
    [204, undefined, '204'],
  ])('is answered %i %s', async (status, body, expected) => {
    const { answer } = await call(() => ({ status, ...(body === undefined ? {} : { body }) }));

    expect(await answer()).toBe(expected);
  });

  it('is posted to the very address, as JSON', async () => {
    const { receiver, answer } = await call(() => ({ status: 204 }));

    await answer();

    expect(receiver.delivered).toMatchObject([
      { method: 'POST', path: '/calls?team=ops', headers: { 'content-type': 'application/json' } },
    ]);
  });

  it('is done when its status was said, though the rest breaks off', async () => {
    const { answer } = await call((_, response) => {
      response.writeHead(202, { 'content-length': '100' });
      response.write('{"message":', () => response.destroy());
      return undefined;
    });

    expect(await answer()).toBe('202');
  });

  it('is done after 64 KB of an answer that never ends, and hangs up', async () => {
    const hungUp = createGate();
    const { answer } = await call((_, response) => {
      void once(response, 'close').then(() => hungUp.pass());
      response.writeHead(200);
      const goOn = () => void (response.destroyed || response.write('x'.repeat(16_384), goOn));
      goOn();
      return undefined;
    });

    expect(await answer()).toBe('200');
    await hungUp.reached;
  });
});

describe('a call that is refused', () => {
  it.each([
    [400, 'never'],
    [401, 'never'],
    [403, 'never'],
    [404, 'never'],
    [410, 'never'],
    [413, 'never'],
    [422, 'never'],
    [408, 'again-later'],
    [429, 'again-later'],
    [500, 'again-later'],
    [502, 'again-later'],
    [503, 'again-later'],
    [504, 'again-later'],
  ])('with %i is tried %s', async (status, sort) => {
    const { answer } = await call(() => ({ status, body: 'sorry' }));

    const fault = await faultOf(answer());

    expect([fault.sort, fault.reason, fault.retryAfterMilliseconds]).toEqual([sort, `http_${status}`, undefined]);
    expect(fault.cause).toMatchObject({ message: `${status} sorry` });
  });

  it.each([301, 302, 303, 307, 308])('with the redirect %i goes nowhere else', async (status) => {
    const elsewhere = await startReceiver(() => ({ status: 200 }));
    const { answer } = await call(() => ({ status, headers: { location: elsewhere.address } }));

    const fault = await faultOf(answer());

    expect([fault.sort, fault.reason]).toEqual(['never', `http_${status}`]);
    expect(elsewhere.delivered).toEqual([]);
  });

  it.each([
    [429, '7', 7 * SECOND],
    [503, '7', 7 * SECOND],
    [429, inGmt(5 * MINUTE), 5 * MINUTE],
    [429, ' 120 ', 2 * MINUTE],
    [429, '86400', HOUR],
    [429, '9'.repeat(400), HOUR],
    [429, inGmt(48 * HOUR), HOUR],
    [429, inGmt(-MINUTE), undefined],
    [429, '0', undefined],
    [429, '-5', undefined],
    [429, 'soon', undefined],
    [429, '', undefined],
    [400, '7', undefined],
  ])('with %i and Retry-After %j waits %s ms', async (status, header, expected) => {
    const { answer } = await call(() => ({ status, headers: { 'retry-after': header } }));

    expect((await faultOf(answer())).retryAfterMilliseconds).toBe(expected);
  });
});

describe('a call that does not arrive', () => {
  it('is given up after ten seconds, and tried again later', async () => {
    const gate = createGate();
    const clock = new ManualClock(NOON);
    const { answer } = await call(async () => {
      await gate.pass();
      return { status: 200 };
    }, clock);

    const fault = faultOf(answer());
    await gate.reached;
    clock.advance(10 * SECOND - 1);
    expect(clock.nextTimerAt()).toBeDefined();
    clock.advance(1);

    expect(await fault).toMatchObject({ sort: 'again-later', reason: 'webhook_timed_out' });
    gate.open();
  });

  it('leaves no timer behind, whatever came of it', async () => {
    const clock = new ManualClock(NOON);
    const fine = await call(() => ({ status: 200 }), clock);
    const refused = await call(() => ({ status: 400 }), clock);

    await fine.answer();
    await faultOf(refused.answer());

    expect(clock.nextTimerAt()).toBeUndefined();
  });

  it('is tried again later when the connection is reset', async () => {
    const { answer } = await call((_, response) => {
      response.socket?.resetAndDestroy();
      return undefined;
    });

    expect(await faultOf(answer())).toMatchObject({ sort: 'again-later', reason: 'webhook_unreachable' });
  });

  it('is tried again later when nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const { send } = caller({ format: 'signed', url: `http://127.0.0.1:${port}` });

    expect(await faultOf(send())).toMatchObject({ sort: 'again-later', reason: 'webhook_unreachable' });
  });
});

describe('the secret', () => {
  it.each(['signed', 'pagerduty', 'opsgenie'] as const)('stands in nothing that a %s call leaves', async (format) => {
    for (const status of [200, 302, 400, 401, 422, 429, 500]) {
      const { address: url } = await startReceiver(({ headers, body }) => ({
        status,
        headers: { 'x-echo': SECRET },
        body: JSON.stringify({ message: `${body} ${headers.authorization} ${SECRET}`.slice(-150), errors: [SECRET] }),
      }));

      const left = await caller({ format, url })
        .send()
        .catch((fault: unknown) => fault);

      const seen = `${logged(left)} ${inspect(left, { depth: 9, showHidden: true })}`;
      expect(seen.split('[secret]').length).toBeGreaterThan(2);
      expect(seen).not.toContain(SECRET);
    }
  });
});

/** The line that the log would have of it. */
function logged(left: unknown): string {
  const lines: string[] = [];
  const log = createLogger({ level: 'debug', stream: { write: (line) => void lines.push(line) } });
  log.error({ error: left }, 'the call ended');
  return lines.join('');
}
