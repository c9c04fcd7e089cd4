import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actionItemId, workId } from '../../src/domain/ids.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { createGithub } from '../../src/trackers/github.ts';
import { DeliveryError } from '../../src/use-cases/ports.ts';
import { at } from '../support/record-builder.ts';

const NOON = at('12:00');
const EPOCH_SECONDS = Date.parse(NOON) / 1_000;

/** Makes an issue where GitHub answers so, and tells what came of it. */
async function refusedWith(status: number, headers: Record<string, string> = {}): Promise<unknown> {
  nock('https://api.github.com').post('/repos/acme/infra/issues').reply(status, { message: 'no' }, headers);
  const clock = new ManualClock(NOON);
  const github = createGithub({
    policy: {
      format: 'github',
      repository: 'acme/infra',
      apiUrl: 'https://api.github.com',
      create: 'always',
      labels: [],
    },
    token: 'ghp_token',
    pollEveryMilliseconds: 1,
    system: { clock, timers: clock },
  });
  const content = {
    actionItemId: actionItemId('01HZZZ0000000000000000ACT1'),
    title: 'Size the pool',
    kind: undefined,
    priority: undefined,
    doneWhen: undefined,
    dueOn: undefined,
    owner: undefined,
    why: 'SEV1 INC-1: Booking is down',
    links: [],
  };
  const attempt = { key: workId('01HZZZ0000000000000000WRK1'), isRepeat: false, since: NOON };
  return github.create(content, attempt).catch((fault: unknown) => fault);
}

describe('a refusal of GitHub', () => {
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => {
    nock.cleanAll();
    nock.enableNetConnect();
  });

  it.each<[number, Record<string, string>, string, number | undefined]>([
    [401, {}, 'never', undefined],
    [403, {}, 'never', undefined],
    [403, { 'retry-after': '30' }, 'again-later', 30_000],
    [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(EPOCH_SECONDS + 60) }, 'again-later', 61_000],
    [403, { 'x-ratelimit-remaining': '4999' }, 'never', undefined],
    [404, {}, 'never', undefined],
    [410, {}, 'never', undefined],
    [422, {}, 'never', undefined],
    [429, { 'retry-after': '5' }, 'again-later', 5_000],
    [500, {}, 'again-later', undefined],
    [503, { 'retry-after': '7' }, 'again-later', 7_000],
  ])('%i with %o is %s', async (status, headers, sort, wait) => {
    const fault = await refusedWith(status, headers);

    expect(fault).toBeInstanceOf(DeliveryError);
    expect(fault).toMatchObject({ sort, retryAfterMilliseconds: wait });
  });
});
