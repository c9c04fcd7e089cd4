import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signRequest } from '../../src/sandbox/signature.ts';
import type { Log } from '../../src/use-cases/ports.ts';
import { openRoom, type Room } from '../support/open-room.ts';

const FORM = 'application/x-www-form-urlencoded';
const COMMAND = 'command=%2Fincident&text=start+Secret+words&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1.2.3';

function writtenLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const write = (about: object, message: string) => {
    lines.push(`${message} ${JSON.stringify(about, (_, value) => (value instanceof Error ? value.message : value))}`);
  };
  return { lines, log: { debug: write, info: write, warn: write, error: write } };
}

function send(room: Room, body: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${room.bot.address}/slack/events`, {
    method: 'POST',
    headers: { 'content-type': FORM, ...headers },
    body,
  });
}

function signedAt(seconds: number, secret: string, body: string): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${signature}` };
}

function nothingHappened(room: Room): void {
  expect(room.workspace.channels().map(({ name }) => name)).toEqual(['general', 'incidents']);
}

describe('a request that is not Slack’s', () => {
  it.each([
    ['no signature', () => ({})],
    ['a forged signature', (body: string) => signRequest('another secret', body)],
    ['a signature of another body', (_: string, secret: string) => signRequest(secret, 'text=other')],
    [
      'a stale signature',
      (body: string, secret: string) => signedAt(Math.floor(Date.now() / 1_000) - 6 * 60, secret, body),
    ],
    [
      'a signature without its time',
      (body: string, secret: string) => {
        const { 'x-slack-signature': signature = '' } = signRequest(secret, body);
        return { 'x-slack-signature': signature };
      },
    ],
  ])('is turned away for %s, and logged without its words', async (_, sign) => {
    const { log, lines } = writtenLog();
    const room = await openRoom({ log });
    const response = await send(room, COMMAND, sign(COMMAND, room.workspace.signingSecret));
    await room.settle();

    expect(response.status).toBe(401);
    expect(lines.join('\n')).toMatch(/signature|timestamp|stale|header/iu);
    expect(lines.join('\n')).not.toContain('Secret');
    nothingHappened(room);
  });

  it.each([
    ['no JSON', 400, 'application/json', '{"type":'],
    ['an empty body', 400, 'application/json', ''],
    ['an event without a type', 200, 'application/json', '{"event":{}}'],
    [
      'an event that holds nothing',
      500,
      'application/json',
      '{"type":"event_callback","team_id":"T1","event":{"type":"reaction_added"}}',
    ],
    ['a command without its fields', 200, FORM, 'command=%2Fincident&text=start+Booking'],
    ['a payload that is no JSON', 400, FORM, 'payload=%7B'],
    [
      'an interaction of no known kind',
      404,
      FORM,
      `payload=${encodeURIComponent('{"type":"dance","user":{"id":"U1"}}')}`,
    ],
    [
      'a form without its fields',
      200,
      FORM,
      `payload=${encodeURIComponent('{"type":"view_submission","user":{"id":"U1"},"team":{"id":"T1"},"view":{"callback_id":"close","id":"V1","hash":"1","private_metadata":"no json","blocks":[],"state":{"values":{}}}}')}`,
    ],
  ])('does no harm though it is signed: %s', async (_, status, contentType, body) => {
    const room = await openRoom();
    const headers = { 'content-type': contentType, ...signRequest(room.workspace.signingSecret, body) };
    const response = await send(room, body, headers);
    await room.settle();

    expect(response.status).toBe(status);
    nothingHappened(room);
    const answer = await room.workspace.person('ana').types('/incident list', 'general');
    expect(answer.text).toContain('No incident is open');
  });

  it('answers Slack’s question whether the address is ours', async () => {
    const room = await openRoom();
    const body = '{"type":"url_verification","challenge":"abc"}';
    const headers = { 'content-type': 'application/json', ...signRequest(room.workspace.signingSecret, body) };
    expect(await (await send(room, body, headers)).json()).toEqual({ challenge: 'abc' });
  });
});

describe('an address that leads nowhere', () => {
  it.each([
    ['/hooks/alerts/%zz', 400],
    ['//', 400],
    ['/nowhere', 404],
  ])('%s is answered with %i', async (path, status) => {
    const room = await openRoom();
    for (const method of ['GET', 'POST']) {
      expect((await fetch(`${room.bot.address}${path}`, { method })).status).toBe(status);
    }
  });
});

describe('the pages for operators', () => {
  it('say that the process is up and ready, and what it counts', async () => {
    const room = await openRoom();
    await room.workspace.person('ana').types('/incident start Booking is down', 'general');
    await room.settle();

    expect((await fetch(`${room.bot.address}/healthz`)).status).toBe(200);
    expect((await fetch(`${room.bot.address}/readyz`)).status).toBe(200);
    const metrics = await (await fetch(`${room.bot.address}/metrics`)).text();
    expect(metrics).toMatch(/faultline_\w*incidents_open\w* 1/u);
    expect(metrics).toMatch(/faultline_slack_calls_total\{method="conversations.create",outcome="ok"\} 1/u);
  });

  it('say so when Slack no longer takes the token', async () => {
    const room = await openRoom();
    room.workspace.fails('auth.test', { kind: 'error', error: 'token_revoked', times: 5 });
    const response = await fetch(`${room.bot.address}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('slack');
  });
});
