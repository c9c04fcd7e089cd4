import { describe, expect, it } from 'vitest';
import { type WorkId, workId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import { engines, type TestDatabase } from '../support/engines.ts';
import { at } from '../support/record-builder.ts';
import { claim, enqueue, request, told } from '../support/work-requests.ts';

describe.each(engines)('a lease of work on $name', ({ open }) => {
  it('holds its lane until the very instant of its end', async () => {
    const opened = await open();
    await enqueue(opened, request('first'), request('second'), request('other', { lane: 'other' }));
    expect(told(await claim(opened, 'A', { limit: 1, until: at('15:05') }))).toEqual(['first']);

    expect(told(await claim(opened, 'B', { now: '2024-06-09T15:04:59.999Z' }))).toEqual(['other']);
    expect(await attemptsOf(claim(opened, 'B', { now: at('15:05') }))).toEqual([['first', 1]]);
  });

  it('that passed on leaves nothing to finish, retry or fail for whoever held it', async () => {
    const opened = await open();
    await enqueue(opened, request('a'));
    const id = await claimOne(opened, 'A', { until: at('15:05') });
    await claim(opened, 'B', { now: at('15:05') });
    const { workQueue } = opened;

    expect([
      await workQueue.finish(id, 'A', at('15:06')),
      await workQueue.retryAt(id, 'A', at('15:06'), 'late'),
      await workQueue.fail(id, 'A', at('15:06'), 'late'),
    ]).toEqual([false, false, false]);
    await workQueue.release('A');
    expect(await claim(opened, 'C', { now: at('15:06') })).toEqual([]);
    expect(await workQueue.finish(id, 'B', at('15:06'))).toBe(true);
  });

  it('that ran out and was taken by nobody may still be finished', async () => {
    const opened = await open();
    await enqueue(opened, request('a'));
    const id = await claimOne(opened, 'A', { until: at('15:05') });

    expect(await opened.workQueue.finish(id, 'A', at('15:30'))).toBe(true);
    expect(await claim(opened, 'B', { now: at('15:30') })).toEqual([]);
  });

  it('ends with finishing, which counts once', async () => {
    const opened = await open();
    await enqueue(opened, request('a'));
    const id = await claimOne(opened, 'A');

    expect([
      await opened.workQueue.finish(id, 'A', at('15:01')),
      await opened.workQueue.finish(id, 'A', at('15:01')),
      await opened.workQueue.fail(id, 'A', at('15:01'), 'too late'),
      await opened.workQueue.finish(workId('none'), 'A', at('15:01')),
    ]).toEqual([true, false, false, false]);
    expect(await opened.sql('select done_at, failed_at, claimed_by, claimed_until from work')).toEqual([
      { done_at: at('15:01'), failed_at: null, claimed_by: null, claimed_until: null },
    ]);
  });

  it('can be finished by its holder only', async () => {
    const opened = await open();
    await enqueue(opened, request('a'));
    const id = await claimOne(opened, 'A');

    expect(await opened.workQueue.finish(id, 'B', at('15:01'))).toBe(false);
    expect(await opened.workQueue.finish(id, 'A', at('15:01'))).toBe(true);
  });

  it('put off pauses its whole lane, then hands out the same piece with the attempt counted', async () => {
    const opened = await open();
    await enqueue(opened, request('first'), request('second'), request('other', { lane: 'other' }));
    const id = await claimOne(opened, 'A', { limit: 1 });

    expect(await opened.workQueue.retryAt(id, 'A', at('15:20'), 'ratelimited')).toBe(true);

    expect(told(await claim(opened, 'A', { now: '2024-06-09T15:19:59.999Z' }))).toEqual(['other']);
    expect(await attemptsOf(claim(opened, 'B', { now: at('15:20') }))).toEqual([
      ['first', 1],
      ['other', 1],
    ]);
    expect(await opened.sql(`select last_error from work where id = '${id}'`)).toEqual([{ last_error: 'ratelimited' }]);
  });

  it('put off belongs to nobody in its pause', async () => {
    const opened = await open();
    await enqueue(opened, request('a'));
    const id = await claimOne(opened, 'A');
    await opened.workQueue.retryAt(id, 'A', at('15:20'), 'ratelimited');

    expect(await opened.workQueue.finish(id, 'A', at('15:10'))).toBe(false);
    await opened.workQueue.release('A');
    expect(await claim(opened, 'A', { now: at('15:19') })).toEqual([]);
  });

  it('counts every attempt', async () => {
    const opened = await open();
    await enqueue(opened, request('a'));
    const seen: number[] = [];

    for (const minute of ['15:01', '15:02', '15:03', '15:04']) {
      const [piece] = await claim(opened, 'A', { now: at(minute) });
      seen.push(piece?.attempts ?? -1);
      await opened.workQueue.retryAt(piece?.id ?? workId('none'), 'A', at(minute), 'again');
    }

    expect(seen).toEqual([0, 1, 2, 3]);
  });

  it('that fails for good lets its lane go on, and says why', async () => {
    const opened = await open();
    await enqueue(opened, request('first'), request('second'));
    const id = await claimOne(opened, 'A');

    expect(await opened.workQueue.fail(id, 'A', at('15:01'), 'channel_not_found')).toBe(true);

    expect(told(await claim(opened, 'A', { now: at('23:00') }))).toEqual(['second']);
    expect(await opened.sql(`select done_at, failed_at, last_error from work where id = '${id}'`)).toEqual([
      { done_at: null, failed_at: at('15:01'), last_error: 'channel_not_found' },
    ]);
  });

  it('given back is handed out at once, without an attempt counted, and only that of the giver', async () => {
    const opened = await open();
    await enqueue(opened, request('a', { lane: 'a' }), request('b', { lane: 'b' }), request('c', { lane: 'c' }));
    await claim(opened, 'A', { limit: 2 });
    await claim(opened, 'B');

    await opened.workQueue.release('A');

    expect(await attemptsOf(claim(opened, 'C'))).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
  });

  it('given back leaves the order of its lane as it was', async () => {
    const opened = await open();
    await enqueue(opened, request('first'), request('second'), request('third'));
    await claim(opened, 'A');

    await opened.workQueue.release('A');

    expect(told(await claim(opened, 'B'))).toEqual(['first']);
  });

  it('given back twice counts no attempt twice, and what is done stays done', async () => {
    const opened = await open();
    await enqueue(opened, request('a'), request('b', { lane: 'b' }));
    await opened.workQueue.finish(await claimOne(opened, 'A', { limit: 1 }), 'A', at('15:01'));
    await claim(opened, 'A');

    await opened.workQueue.release('A');
    await opened.workQueue.release('A');

    expect(await attemptsOf(claim(opened, 'A'))).toEqual([['b', 0]]);
  });

  it('is never given on a row that this version cannot read: that fails, and its lane goes on', async () => {
    const opened = await open();
    await enqueue(opened, ...['no kind', 'no JSON', 'no fields', 'fine'].map((name) => request(name)));
    const spoil = (name: string, change: string) =>
      opened.sql(`update work set ${change} where payload_json like '%${name}%'`);
    await spoil('no kind', `kind = 'fly'`);
    await spoil('no JSON', `payload_json = '{no JSON'`);
    await spoil('no fields', `payload_json = '{"fields":"no fields"}'`);

    const rounds: string[] = [];
    for (let round = 0; round < 4; round++) {
      rounds.push(...told(await claim(opened, 'A')));
    }

    expect(rounds).toEqual(['fine']);
    const failed = await opened.sql(
      'select last_error, claimed_by, failed_at from work where failed_at is not null order by id',
    );
    expect(failed).toEqual(
      [/no such kind of work: fly/, /no JSON/, /incidentId/].map((reason) => ({
        last_error: expect.stringMatching(reason),
        claimed_by: null,
        failed_at: at('15:00'),
      })),
    );
  });
});

async function claimOne(
  opened: TestDatabase,
  by: string,
  overrides: { readonly limit?: number; readonly until?: Instant } = {},
): Promise<WorkId> {
  const [first] = await claim(opened, by, overrides);
  return first?.id ?? workId('nothing was claimed');
}

async function attemptsOf(claimed: ReturnType<typeof claim>): Promise<readonly [string | undefined, number][]> {
  return (await claimed).map((piece) => [told([piece])[0], piece.attempts]);
}
