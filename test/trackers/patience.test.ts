import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { SECOND } from '../../src/domain/time.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { createTracker } from '../../src/trackers/create-tracker.ts';
import type { Tracker } from '../../src/use-cases/tracker-port.ts';
import { at } from '../support/record-builder.ts';
import { startGithub } from '../support/trackers/start-github.ts';
import { startJira } from '../support/trackers/start-jira.ts';
import { json, startTroubled, type Trouble, type Troubled } from '../support/trackers/start-troubled.ts';
import { content, firstAttempt } from '../support/trackers/ticket-content.ts';

const NOON = at('12:00');

const services = {
  github: startGithub,
  jira: startJira,
  webhook: () => startTroubled(() => json(201, { key: 'T-7' })),
} as const;

type Format = keyof typeof services;

const formats = Object.keys(services) as Format[];

function trackerAt(address: string, format: Format, clock: ManualClock): Tracker {
  const common = { create: 'always', labels: [] } as const;
  const policies = {
    github: { ...common, format: 'github', repository: 'acme/infra', apiUrl: address },
    jira: { ...common, format: 'jira', site: address, project: 'OPS', issueType: 'Task' },
    webhook: { ...common, format: 'webhook', url: address },
  } as const;
  const token = { github: 'ghp_token', jira: 'jira-token', webhook: undefined }[format];
  const secrets = { token, user: 'ana@example.com', webhookSecret: 'a-secret-of-sixteen-or-more' };
  const tracker = createTracker({ policy: policies[format], secrets, system: { clock, timers: clock } });
  return tracker ?? expect.unreachable('the policy names a tracker');
}

async function open(format: Format, trouble: Trouble) {
  const clock = new ManualClock(NOON);
  const service: Troubled = await services[format](clock);
  service.troubles(/^POST/u, trouble);
  return { clock, service, tracker: trackerAt(service.address, format, clock) };
}

/** Moves the clock once the call is under way, as nothing else would end it. */
async function waitsFor({ service, clock }: { readonly service: Troubled; readonly clock: ManualClock }) {
  while (service.delivered.every(({ method }) => method !== 'POST')) {
    await new Promise(setImmediate);
  }
  clock.advance(10 * SECOND - 1);
  expect(clock.nextTimerAt()).toBeDefined();
  clock.advance(1);
}

describe.each(formats)('a call of the tracker %s', (format) => {
  it.each(['silent', 'stuck'] as const)(
    'that is %s is given up after ten seconds, to be tried again',
    async (trouble) => {
      const opened = await open(format, trouble);

      const fault = opened.tracker.create(content, firstAttempt(NOON)).catch((thrown: unknown) => thrown);
      await waitsFor(opened);

      expect(await fault).toMatchObject({ sort: 'again-later', reason: 'tracker_timed_out' });
      expect(opened.clock.nextTimerAt()).toBeUndefined();
    },
  );

  it.each(['reset', 'lost', 'cut'] as const)('that is %s is tried again', async (trouble) => {
    const { tracker, clock } = await open(format, trouble);

    const fault = await tracker.create(content, firstAttempt(NOON)).catch((thrown: unknown) => thrown);

    expect(fault).toMatchObject({ sort: 'again-later', reason: 'tracker_unreachable' });
    expect(clock.nextTimerAt()).toBeUndefined();
  });

  it('is tried again where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const clock = new ManualClock(NOON);

    const made = trackerAt(`http://127.0.0.1:${port}`, format, clock).create(content, firstAttempt(NOON));

    await expect(made).rejects.toMatchObject({ sort: 'again-later', reason: 'tracker_unreachable' });
  });
});

describe.each(['github', 'jira'] as const)('a ticket in %s', (format) => {
  it.each(['lost', 'cut'] as const)('whose first answer is %s is found by the next attempt', async (trouble) => {
    const { tracker, service, clock } = await open(format, trouble);
    const first = firstAttempt(NOON);
    const fault = await tracker.create(content, first).catch((thrown: unknown) => thrown);
    clock.advance((fault as { readonly retryAfterMilliseconds: number }).retryAfterMilliseconds);

    await tracker.create(content, { ...first, isRepeat: true });

    const made = service.delivered.filter(({ method, path }) => method === 'POST' && /issues?$/u.test(path));
    expect(made).toHaveLength(1);
  });
});

it('an issue in Jira that was made, and could not be read, is found by the next attempt', async () => {
  const clock = new ManualClock(NOON);
  const jira = await startJira(clock);
  jira.troubles(/^GET .*issue\/OPS-1/u, { status: 500 });
  const tracker = trackerAt(jira.address, 'jira', clock);
  const first = firstAttempt(NOON);
  const fault = await tracker.create(content, first).catch((thrown: unknown) => thrown);
  clock.advance((fault as { readonly retryAfterMilliseconds: number }).retryAfterMilliseconds);

  expect(await tracker.create(content, { ...first, isRepeat: true })).toMatchObject({ key: 'OPS-1', state: 'open' });

  expect(jira.issues()).toHaveLength(1);
});
