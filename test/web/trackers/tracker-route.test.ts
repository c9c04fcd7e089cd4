import { createHmac } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TicketReport } from '../../../src/domain/action-items/ticket.ts';
import { addMilliseconds, type Instant, MINUTE, SECOND } from '../../../src/domain/time.ts';
import { sign } from '../../../src/http/sign.ts';
import { type TrackerRouteOptions, trackerRoute } from '../../../src/web/trackers/tracker-route.ts';
import { startWebServer } from '../../../src/web/web-server.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { at } from '../../support/record-builder.ts';

const NOON = at('12:00');
const SECRET = 'a-secret-of-sixteen-or-more';
const MOST_BYTES = 5_242_880;

const GITHUB = {
  action: 'closed',
  issue: { number: 12, updated_at: NOON, state_reason: 'completed' },
  repository: { full_name: 'Acme/infra' },
  sender: { login: 'octocat' },
};
const JIRA = {
  webhookEvent: 'jira:issue_updated',
  timestamp: Date.parse(NOON),
  user: { displayName: 'Olga' },
  issue: { key: 'OPS-7', fields: { updated: NOON.replace('Z', '+0000'), status: { statusCategory: { key: 'done' } } } },
};
const OWN = { key: 'T-7', status: 'done', at: NOON, by: 'Olga' };

interface Sent {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

function hex(body: string, secret = SECRET): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

function fromGithub(told: unknown, { secret = SECRET, event = 'issues' } = {}): Sent {
  const body = JSON.stringify(told);
  return { body, headers: { 'x-github-event': event, 'x-hub-signature-256': `sha256=${hex(body, secret)}` } };
}

function fromJira(told: unknown, secret = SECRET): Sent {
  const body = JSON.stringify(told);
  return { body, headers: { 'x-hub-signature': `sha256=${hex(body, secret)}` } };
}

function own(told: unknown, { secret = SECRET, signedAt = NOON as Instant } = {}): Sent {
  const body = typeof told === 'string' ? told : JSON.stringify(told);
  return { body, headers: sign(body, secret, signedAt) };
}

async function served(given: Partial<TrackerRouteOptions> = {}) {
  const heard: TicketReport[] = [];
  const { log, messages } = createMemoryLog();
  const route = trackerRoute({
    format: 'webhook',
    secret: SECRET,
    hear: async (report) => {
      heard.push(report);
      return 'changed';
    },
    clock: { now: () => NOON },
    log,
    ...given,
  });
  const server = await startWebServer({ host: '127.0.0.1', port: 0, routes: [route] });
  onTestFinished(() => server.close());
  const send = async ({ body, headers }: Sent, method = 'POST') => {
    const response = await fetch(`${server.address}/hooks/tracker`, {
      method,
      headers,
      ...(method === 'POST' && { body }),
    });
    return { status: response.status, said: (await response.json()) as unknown };
  };
  return { send, heard, messages };
}

type Format = NonNullable<TrackerRouteOptions['format']>;
type Refused = readonly [what: string, format: Format, sent: Sent, status: number, error: string | RegExp];

const UNSIGNED = 'It is not signed: sign it with TRACKER_WEBHOOK_SECRET, as docs/trackers.md says.';
const WRONG = 'The signature is not that of this body with TRACKER_WEBHOOK_SECRET; docs/trackers.md says how to sign.';
const STALE = 'Its timestamp is not of the last five minutes: sign it when you send it, by a clock that is right.';

function without(name: string, { body, headers }: Sent): Sent {
  return { body, headers: Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name)) };
}

function but(sent: Sent, body: string): Sent {
  return { ...sent, body };
}

const after = (milliseconds: number) => addMilliseconds(NOON, milliseconds);

const refused: readonly Refused[] = [
  ['no signature of GitHub’s', 'github', without('x-hub-signature-256', fromGithub(GITHUB)), 401, UNSIGNED],
  ['no signature of Jira’s', 'jira', without('x-hub-signature', fromJira(JIRA)), 401, UNSIGNED],
  ['no signature of one’s own', 'webhook', without('X-Faultline-Signature', own(OWN)), 401, UNSIGNED],
  ['GitHub’s old signature alone', 'github', fromJira(GITHUB), 401, UNSIGNED],
  ['another secret, from GitHub', 'github', fromGithub(GITHUB, { secret: 'another' }), 401, WRONG],
  ['another secret, from Jira', 'jira', fromJira(JIRA, 'another'), 401, WRONG],
  ['another secret of one’s own', 'webhook', own(OWN, { secret: 'another' }), 401, WRONG],
  [
    'another body, from GitHub',
    'github',
    but(fromGithub(GITHUB), JSON.stringify({ ...GITHUB, action: 'reopened' })),
    401,
    WRONG,
  ],
  ['another body, from Jira', 'jira', but(fromJira(JIRA), '{}'), 401, WRONG],
  ['another body of one’s own', 'webhook', but(own(OWN), JSON.stringify({ ...OWN, status: 'open' })), 401, WRONG],
  [
    'half of a signature',
    'github',
    { ...fromGithub(GITHUB), headers: { 'x-hub-signature-256': 'sha256=0' } },
    401,
    WRONG,
  ],
  ['no timestamp', 'webhook', without('X-Faultline-Timestamp', own(OWN)), 401, WRONG],
  [
    'another timestamp',
    'webhook',
    { ...own(OWN), headers: { ...own(OWN).headers, 'X-Faultline-Timestamp': '1' } },
    401,
    WRONG,
  ],
  ['a time that is past', 'webhook', own(OWN, { signedAt: after(-5 * MINUTE - SECOND) }), 401, STALE],
  ['a time to come', 'webhook', own(OWN, { signedAt: after(5 * MINUTE + SECOND) }), 401, STALE],
  [
    'a body that is too long',
    'webhook',
    own('x'.repeat(MOST_BYTES + 1)),
    413,
    'The body is longer than 5242880 bytes.',
  ],
  ['no JSON', 'webhook', own('status=done'), 400, 'The body is no JSON: send it as application/json.'],
  ['an empty body', 'webhook', own(''), 400, 'The body is no JSON: send it as application/json.'],
  ['no object', 'webhook', own([]), 422, /^the body: /u],
  ['no key', 'webhook', own({ ...OWN, key: undefined }), 422, /^key: /u],
  ['an empty key', 'webhook', own({ ...OWN, key: '' }), 422, /^key: /u],
  [
    'an unknown state',
    'webhook',
    own({ ...OWN, status: 'closed' }),
    422,
    /^status: .*"open"\|"done"\|"wont-do"\|"gone"/u,
  ],
  ['no time', 'webhook', own({ ...OWN, at: undefined }), 422, /^at: /u],
  ['a time that is none', 'webhook', own({ ...OWN, at: 'noon' }), 422, /^at: /u],
  ['what is yet to come', 'webhook', own({ ...OWN, at: after(5 * MINUTE + 1) }), 422, 'at: That is yet to come.'],
  [
    'an issue without a number',
    'github',
    fromGithub({ ...GITHUB, issue: { updated_at: NOON } }),
    422,
    /^issue\.number: /u,
  ],
  [
    'an issue without a status',
    'jira',
    fromJira({ ...JIRA, issue: { key: 'OPS-7', fields: {} } }),
    422,
    /^issue\.fields\.status: /u,
  ],
];

describe('trackerRoute', () => {
  it.each(refused)('refuses %s', async (_, format, sent, status, error) => {
    const { send, heard } = await served({ format });

    const answer = await send(sent);

    const words = typeof error === 'string' ? error : expect.stringMatching(error);
    expect(answer).toEqual({ status, said: { error: words } });
    expect(heard).toEqual([]);
  });

  it.each<[string, Format, Sent, TicketReport]>([
    ['GitHub', 'github', fromGithub(GITHUB), { key: 'acme/infra#12', state: 'done', at: NOON, by: 'octocat' }],
    [
      'GitHub, of what is not planned',
      'github',
      fromGithub({ ...GITHUB, issue: { ...GITHUB.issue, state_reason: 'not_planned' } }),
      { key: 'acme/infra#12', state: 'wont-do', at: NOON, by: 'octocat' },
    ],
    [
      'GitHub, of what was moved away',
      'github',
      fromGithub({ ...GITHUB, action: 'transferred' }),
      { key: 'acme/infra#12', state: 'gone', at: NOON, by: 'octocat' },
    ],
    ['Jira', 'jira', fromJira(JIRA), { key: 'OPS-7', state: 'done', at: NOON, by: 'Olga' }],
    [
      'Jira, of what was deleted',
      'jira',
      fromJira({ ...JIRA, webhookEvent: 'jira:issue_deleted' }),
      { key: 'OPS-7', state: 'gone', at: NOON, by: 'Olga' },
    ],
    ['one’s own', 'webhook', own(OWN), { key: 'T-7', state: 'done', at: NOON, by: 'Olga' }],
    ['one’s own, of a number', 'webhook', own({ ...OWN, key: 7 }), { key: '7', state: 'done', at: NOON, by: 'Olga' }],
    [
      'one’s own, as late as may be',
      'webhook',
      own({ ...OWN, by: undefined }, { signedAt: after(-5 * MINUTE) }),
      { key: 'T-7', state: 'done', at: NOON, by: undefined },
    ],
  ])('hears %s', async (_, format, sent, report) => {
    const { send, heard } = await served({ format });

    expect(await send(sent)).toEqual({ status: 200, said: { ok: true, result: 'changed' } });

    expect(heard).toEqual([report]);
  });

  it.each<[string, Format, Sent]>([
    ['a ping of GitHub', 'github', fromGithub({ zen: 'Speak like a human.' }, { event: 'ping' })],
    ['a comment in GitHub', 'github', fromGithub(GITHUB, { event: 'issue_comment' })],
    ['a label in GitHub', 'github', fromGithub({ ...GITHUB, action: 'labeled' })],
    ['a comment in Jira', 'jira', fromJira({ ...JIRA, webhookEvent: 'comment_created' })],
    ['a project in Jira', 'jira', fromJira({ webhookEvent: 'project_updated', timestamp: Date.parse(NOON) })],
  ])('has no use for %s', async (_, format, sent) => {
    const { send, heard } = await served({ format });

    expect(await send(sent)).toEqual({ status: 200, said: { ok: true, result: 'ignored' } });

    expect(heard).toEqual([]);
  });

  it.each<[Format, Sent, number, object]>([
    ['github', fromGithub(GITHUB), 200, { ok: true, result: 'unknown-ticket' }],
    ['jira', fromJira(JIRA), 200, { ok: true, result: 'unknown-ticket' }],
    ['webhook', own(OWN), 404, { error: 'key: no action item has that ticket.' }],
  ])('says to %s that nobody knows the ticket', async (format, sent, status, said) => {
    const { send } = await served({ format, hear: async () => 'unknown-ticket' });

    expect(await send(sent)).toEqual({ status, said });
  });

  it('says of what comes twice that it is nothing new', async () => {
    const { send } = await served({ hear: async () => 'nothing-new' });

    expect(await send(own(OWN))).toEqual({ status: 200, said: { ok: true, result: 'nothing-new' } });
  });

  it('asks for it again where it could not be stored', async () => {
    const { send, messages } = await served({ hear: () => Promise.reject(new Error('no disk')) });

    expect(await send(own(OWN))).toEqual({ status: 503, said: { error: 'It could not be stored. Send it again.' } });
    expect(messages).toEqual(['what the tracker told could not be taken']);
  });

  it.each([{ format: undefined }, { secret: undefined }])('is not there with %o', async (given) => {
    const { send, heard } = await served(given);

    expect(await send(own(OWN))).toMatchObject({ status: 404 });
    expect(heard).toEqual([]);
  });

  it('takes no other method', async () => {
    const { send } = await served();

    expect(await send(own(OWN), 'PUT')).toMatchObject({ status: 405, said: { error: 'Trackers send by POST.' } });
  });
});
