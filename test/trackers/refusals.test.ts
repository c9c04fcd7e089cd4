import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { createGithub } from '../../src/trackers/github.ts';
import type { TrackerSystem } from '../../src/trackers/github-client.ts';
import { createJira } from '../../src/trackers/jira.ts';
import { createWebhookTracker } from '../../src/trackers/webhook.ts';
import { DeliveryError } from '../../src/use-cases/ports.ts';
import type { Tracker } from '../../src/use-cases/tracker-port.ts';
import { at } from '../support/record-builder.ts';
import { content, firstAttempt } from '../support/trackers/ticket-content.ts';

const NOON = at('12:00');
const EPOCH_SECONDS = Date.parse(NOON) / SECOND;

const github = (system: TrackerSystem): Tracker =>
  createGithub({
    policy: {
      format: 'github',
      repository: 'acme/infra',
      apiUrl: 'https://api.github.com',
      create: 'always',
      labels: [],
    },
    token: 'ghp_token',
    pollEveryMilliseconds: MINUTE,
    system,
  });

const jira = (system: TrackerSystem): Tracker =>
  createJira({
    policy: {
      format: 'jira',
      site: 'https://acme.atlassian.net',
      project: 'OPS',
      issueType: 'Task',
      create: 'always',
      labels: [],
    },
    user: 'ana@example.com',
    token: 'jira-token',
    pollEveryMilliseconds: MINUTE,
    system,
  });

const own = (system: TrackerSystem): Tracker =>
  createWebhookTracker({
    policy: { format: 'webhook', url: 'https://t.example.com/tickets', create: 'always', labels: [] },
    secret: 'a-secret-of-sixteen-or-more',
    system,
  });

type Case = readonly [status: number, headers: Record<string, string>, sort: string, wait: number | undefined];

/** Whatever may have been made nevertheless is not looked for before it can be found. */
const ofAll: readonly Case[] = [
  [400, {}, 'never', undefined],
  [401, {}, 'never', undefined],
  [403, {}, 'never', undefined],
  [404, {}, 'never', undefined],
  [410, {}, 'never', undefined],
  [422, {}, 'never', undefined],
  [408, {}, 'again-later', 30 * SECOND],
  [429, {}, 'again-later', 30 * SECOND],
  [429, { 'retry-after': '5' }, 'again-later', 30 * SECOND],
  [429, { 'retry-after': '120' }, 'again-later', 2 * MINUTE],
  [429, { 'retry-after': '86400' }, 'again-later', HOUR],
  [500, {}, 'again-later', 30 * SECOND],
  [502, {}, 'again-later', 30 * SECOND],
  [503, { 'retry-after': '90' }, 'again-later', 90 * SECOND],
];

const ofGithub: readonly Case[] = [
  [403, { 'retry-after': '60' }, 'again-later', MINUTE],
  [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(EPOCH_SECONDS + 60) }, 'again-later', 61 * SECOND],
  [403, { 'x-ratelimit-remaining': '4999' }, 'never', undefined],
];

/** What is told by a key of ours is made once, however soon it is repeated. */
const ofOwn: readonly Case[] = [
  ...ofAll.filter(([, , sort]) => sort === 'never'),
  [408, {}, 'again-later', undefined],
  [429, { 'retry-after': '5' }, 'again-later', 5 * SECOND],
  [500, {}, 'again-later', undefined],
];

describe.each([
  ['GitHub', github, 'https://api.github.com', '/repos/acme/infra/issues', [...ofAll, ...ofGithub]],
  ['Jira', jira, 'https://acme.atlassian.net', '/rest/api/3/issue', ofAll],
  ['a tracker of one’s own', own, 'https://t.example.com', '/tickets', ofOwn],
] as const)('a refusal of %s', (_, trackerOf, origin, path, cases) => {
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => {
    nock.cleanAll();
    nock.enableNetConnect();
  });

  it.each(cases)('%i with %o is %s, after %s ms', async (status, headers, sort, wait) => {
    nock(origin).post(path).reply(status, { message: 'no' }, headers);
    const clock = new ManualClock(NOON);

    const made = trackerOf({ clock, timers: clock }).create(content, firstAttempt(NOON));

    const fault = await made.catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(DeliveryError);
    expect(fault).toMatchObject({ sort, retryAfterMilliseconds: wait });
  });
});
