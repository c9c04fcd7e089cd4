import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addMilliseconds, SECOND } from '../../src/domain/time.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { at } from '../support/record-builder.ts';
import { startGithub } from '../support/trackers/start-github.ts';
import { startJira } from '../support/trackers/start-jira.ts';
import { json, startTroubled, type Trouble, type Troubled } from '../support/trackers/start-troubled.ts';
import { content, firstAttempt } from '../support/trackers/ticket-content.ts';
import { type TrackerFormat, trackerAt } from '../support/trackers/tracker-at.ts';
import { waitUntil } from '../support/wait-until.ts';

const NOON = at('12:00');

const services = {
  github: startGithub,
  jira: startJira,
  webhook: () => startTroubled(() => json(201, { key: 'T-7' })),
} as const;

const formats = Object.keys(services) as TrackerFormat[];

async function open(format: TrackerFormat, trouble: Trouble) {
  const clock = new ManualClock(NOON);
  const service: Troubled = await services[format](clock);
  service.troubles(/^POST/u, trouble);
  return { clock, service, tracker: trackerAt(service.address, format, clock) };
}

/** Moves the clock once the call is under way, as nothing else would end it. */
async function waitsFor({ service, clock }: { readonly service: Troubled; readonly clock: ManualClock }) {
  await waitUntil(() => service.delivered.some(({ method }) => method === 'POST'));
  clock.advance(10 * SECOND - 1);
  expect(clock.nextTimerAt()).toBe(addMilliseconds(NOON, 10 * SECOND));
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

  it('is tried again where no connection lasts', async () => {
    const server = createServer((socket) => socket.resetAndDestroy()).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
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
