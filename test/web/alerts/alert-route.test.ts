import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type AlertRouteOptions, alertRoute } from '../../../src/web/alerts/alert-route.ts';
import { startWebServer } from '../../../src/web/web-server.ts';
import { anAlertHook, fromScript } from '../../support/alert-payloads.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { aRecordedIncident } from '../../support/record-builder.ts';

const BODY = JSON.stringify(fromScript());
const authorization = 'Bearer secret';

async function served(given: Partial<AlertRouteOptions> = {}) {
  const received: string[] = [];
  const { log, messages } = createMemoryLog();
  const options: AlertRouteOptions = {
    hooks: [anAlertHook({ name: 'plain', format: 'plain' }), anAlertHook({ name: 'no-secret' })],
    secretOf: (name) => (name === 'plain' ? 'secret' : undefined),
    receive: async (_, { title }) => {
      received.push(title);
      return [aRecordedIncident({ number: 4 })];
    },
    hash: (text) => text,
    log,
    ...given,
  };
  const server = await startWebServer({ host: '127.0.0.1', port: 0, routes: [alertRoute(options)] });
  onTestFinished(() => server.close());
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${server.address}/hooks/alerts/${path}`, {
      method: 'POST',
      headers: { authorization },
      body: BODY,
      ...init,
    });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  return { send, received, messages, address: server.address };
}

describe('alertRoute', () => {
  it('answers with the incidents, as JSON', async () => {
    const { send, received } = await served();

    const answer = await send('plain?from=cron');

    expect(answer).toMatchObject({ status: 200, body: '{"incidents":["INC-4"]}' });
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(received).toEqual(['Nightly backup failed']);
  });

  it.each<[string, string, RequestInit, number, RegExp]>([
    ['an unknown hook', 'plan', {}, 404, /no such alert hook/u],
    ['a name with a slash in it', 'plain%2Fx', {}, 404, /no such alert hook/u],
    ['no secret', 'plain', { headers: {} }, 401, /bearer token/u],
    ['another secret', 'plain', { headers: { authorization: 'Bearer x' } }, 401, /bearer token/u],
    [
      'a hook that has no secret',
      'no-secret',
      { headers: { authorization: 'Bearer undefined' } },
      401,
      /bearer token/u,
    ],
    ['another method', 'plain', { method: 'PUT' }, 405, /by POST/u],
    ['a packed body', 'plain', { headers: { authorization, 'content-encoding': 'gzip' } }, 415, /content encoding/u],
    ['no JSON', 'plain', { body: 'status=firing' }, 400, /no JSON/u],
    ['another shape', 'plain', { body: '{}' }, 422, /^\{"error":"dedup_key: /u],
  ])('refuses %s', async (_, path, init, status, sentence) => {
    const { send, received } = await served();

    const answer = await send(path, init);

    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/json']);
    expect(answer.body).toMatch(sentence);
    expect(received).toEqual([]);
  });

  it('says which method it takes, and which proof', async () => {
    const { send } = await served();

    const wrongMethod = await send('plain', { method: 'DELETE' });
    const noProof = await send('plain', { headers: {} });

    expect(wrongMethod.headers.get('allow')).toBe('POST');
    expect(noProof.headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each([
    [1_048_576, 200],
    [1_048_577, 413],
  ])('takes a body of %i bytes with %i', async (size, status) => {
    const { send } = await served();
    const body = JSON.stringify(
      fromScript({ text: 'x'.repeat(size - JSON.stringify(fromScript({ text: '' })).length) }),
    );

    expect((await send('plain', { body })).status).toBe(status);
  });

  it('counts a body that does not say how long it is', async () => {
    const { address } = await served();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const post = request(
        `${address}/hooks/alerts/plain`,
        { method: 'POST', headers: { authorization } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      post.on('error', reject);
      for (let piece = 0; piece < 20; piece++) {
        post.write(Buffer.alloc(65_536, 'x'));
      }
      post.end();
    });

    expect(status).toBe(413);
  });

  it('has the sender repeat what could not be stored, and says why to the log alone', async () => {
    const receive = () => Promise.reject(new Error('postgres://u:hunter2@db is down'));
    const { send, messages } = await served({ receive });

    const answer = await send('plain');

    expect([answer.status, answer.body]).toEqual([503, '{"error":"The alert could not be stored. Send it again."}']);
    expect(messages).toEqual(['an alert could not be taken']);
  });

  it('answers also where something else is wrong, and says what to the log', async () => {
    const secretOf = () => {
      throw new Error('the secrets are gone');
    };
    const errors: string[] = [];
    const { log } = createMemoryLog();
    const { send } = await served({ secretOf, log: { ...log, error: (_, message) => errors.push(message) } });

    const answer = await send('plain', { signal: AbortSignal.timeout(2_000) });

    expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'application/json']);
    expect(answer.body).toBe('{"error":"Something went wrong here. The log of Faultline says what."}');
    expect(errors).toEqual(['an alert could not be answered']);
  });

  it('tells the log of a hook without a secret, once somebody needs it', async () => {
    const { send, messages } = await served();

    await send('no-secret');

    expect(messages).toEqual(['an alert was turned away: this hook has no secret']);
  });

  it('stays up when a sender goes away in the middle', async () => {
    const { address, send, messages } = await served();
    const headers = { authorization, 'content-length': 5_000 };
    await new Promise<void>((resolve) => {
      const post = request(`${address}/hooks/alerts/plain`, { method: 'POST', headers }, () => undefined);
      post.on('error', () => resolve());
      post.write('{"dedup_key"', () => post.destroy(new Error('gone')));
    });

    expect((await send('plain')).status).toBe(200);
    expect(messages).toEqual([]);
  });
});
