import { describe, expect, it } from 'vitest';
import { DeliveryError } from '../../src/use-cases/ports.ts';
import { createGate } from '../support/gate.ts';
import { openWorkBench, type WorkBench, type WorkBenchOptions } from '../support/open-work-bench.ts';

const later = (retryAfterMilliseconds?: number) =>
  new DeliveryError({ sort: 'again-later', reason: 'ratelimited', retryAfterMilliseconds });
const never = () => new DeliveryError({ sort: 'never', reason: 'channel_not_found' });

/** A started worker whose work `a` was tried once. */
async function tried(options: WorkBenchOptions): Promise<WorkBench & { readonly failures: readonly string[] }> {
  const failures: string[] = [];
  const bench = await openWorkBench({
    onFailure: async ({ work }, reason) => void failures.push(`${work.kind} ${reason}`),
    ...options,
  });
  await bench.add('a');
  bench.worker.start();
  await bench.worker.idle();
  return { ...bench, failures };
}

describe('Work that can go through later', () => {
  it('is tried again after a wait that doubles', async () => {
    const bench = await tried({ run: () => Promise.reject(later()) });

    await bench.pass(499);
    await bench.pass(1);
    await bench.pass(999);
    await bench.pass(1);

    expect(bench.begun).toEqual([
      { name: 'a', at: 0, attempts: 0 },
      { name: 'a', at: 500, attempts: 1 },
      { name: 'a', at: 1_500, attempts: 2 },
    ]);
    expect(bench.counted).toEqual(Array.from({ length: 3 }, () => 'post-card again-later'));
    expect(bench.failures).toEqual([]);
  });

  it('waits as long as it was asked to', async () => {
    const bench = await tried({ run: () => Promise.reject(later(30_000)) });

    await bench.pass(29_999);
    const early = bench.begun.length;
    await bench.pass(1);

    expect([early, bench.begun.length]).toEqual([1, 2]);
  });

  it('holds its lane meanwhile', async () => {
    let isDown = true;
    const bench = await openWorkBench({ run: () => (isDown ? Promise.reject(later()) : Promise.resolve()) });
    await bench.add('a', { lane: 'lane' });
    await bench.add('b', { lane: 'lane' });
    bench.worker.start();
    await bench.worker.idle();
    isDown = false;

    await bench.pass(500);

    expect(bench.begun.map(({ name }) => name)).toEqual(['a', 'a', 'b']);
  });

  it.each([
    ['a fault that nobody foresaw', () => Promise.reject(new TypeError('x is undefined'))],
    ['a thrown word', () => Promise.reject('word')],
    [
      'a fault before the first wait',
      () => {
        throw new Error('at once');
      },
    ],
  ])('is also what ended with %s', async (_, run) => {
    const bench = await tried({ run });

    await bench.pass(500);

    expect(bench.begun).toHaveLength(2);
    expect(bench.counted[0]).toBe('post-card again-later');
  });

  it('fails for good after a day, however many attempts that were', async () => {
    const bench = await tried({ run: () => Promise.reject(later()) });

    for (let minutes = 0; minutes < 24 * 60 - 5; minutes += 5) {
      await bench.pass(300_000);
    }
    expect(bench.begun.length).toBeGreaterThan(100);
    expect(bench.failures).toEqual([]);
    for (let minutes = 0; minutes < 20; minutes += 5) {
      await bench.pass(300_000);
    }

    expect(bench.counted.at(-1)).toBe('post-card failed');
    expect(bench.failures).toEqual(['post-card ratelimited']);
    expect(await bench.queue.nextAt()).toBeUndefined();
  });

  it('is tried for a while too where it waited for days before', async () => {
    let isBusy = true;
    const bench = await openWorkBench({ run: () => (isBusy ? Promise.reject(later(60_000)) : Promise.resolve()) });
    await bench.add('a', { inMilliseconds: -3 * 24 * 3_600_000 });
    bench.worker.start();
    for (let minutes = 0; minutes < 10; minutes++) {
      await bench.pass(60_000);
    }
    isBusy = false;
    await bench.pass(60_000);

    expect(bench.counted.at(-1)).toBe('post-card done');
    expect(bench.counted).not.toContain('post-card failed');
  });

  it('fails for good at the twentieth attempt where the fault is ours', async () => {
    const bench = await tried({ run: () => Promise.reject(new Error('a bug')) });

    for (let minutes = 0; minutes < 100; minutes += 5) {
      await bench.pass(300_000);
    }

    expect(bench.begun.map(({ attempts }) => attempts)).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(bench.failures).toEqual(['post-card unexpected_fault']);
  });
});

describe('Work that can never go through', () => {
  it('fails at once, and somebody is told why', async () => {
    const bench = await tried({ run: () => Promise.reject(never()) });

    await bench.pass(3_600_000);

    expect(bench.begun).toHaveLength(1);
    expect(bench.counted).toEqual(['post-card failed']);
    expect(bench.failures).toEqual(['post-card channel_not_found']);
  });

  it('lets its lane go on', async () => {
    const bench = await openWorkBench({ run: async (name) => (name === 'a' ? Promise.reject(never()) : undefined) });
    await bench.add('a', { lane: 'lane' });
    await bench.add('b', { lane: 'lane' });

    bench.worker.start();
    await bench.worker.idle();

    expect(bench.begun.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('stays failed where nobody could be told', async () => {
    const bench = await tried({
      run: () => Promise.reject(never()),
      onFailure: () => Promise.reject(new Error('no database')),
    });

    expect(bench.logged).toEqual(['work failed for good', 'nobody could be told that this work failed']);
    expect(await bench.queue.nextAt()).toBeUndefined();
  });
});

describe('Work that takes too long', () => {
  it('is tried again when its last call has ended for sure, and what the first attempt says then is ignored', async () => {
    const gate = createGate();
    const bench = await openWorkBench({ run: async (_, { attempts }) => (attempts === 0 ? gate.pass() : undefined) });
    await bench.add('a');
    bench.worker.start();
    await gate.reached;

    await bench.pass(60_000);
    gate.open();
    await bench.pass(29_999);
    expect(bench.begun).toHaveLength(1);
    await bench.pass(1);

    expect(bench.counted).toEqual(['post-card again-later', 'post-card done']);
    expect(bench.begun.map(({ at }) => at)).toEqual([0, 90_000]);
    expect(bench.logged).toEqual(['work is tried again later']);
  });

  it('leaves no timer behind when it ends in time', async () => {
    const bench = await tried({});

    await bench.worker.stop();

    expect(bench.clock.nextTimerAt()).toBeUndefined();
  });
});

describe('Work whose lease was lost', () => {
  it.each([
    ['was done', () => Promise.resolve(), []],
    ['is to be tried later', () => Promise.reject(later()), []],
    // Told before it is recorded: telling twice is one report, telling never would be silence.
    ['failed', () => Promise.reject(never()), ['post-card channel_not_found']],
  ])('is left to its new holder where it %s', async (_, run, failures) => {
    const lost = async () => false;
    const bench = await tried({ run, queue: () => ({ finish: lost, retryAt: lost, fail: lost }) });

    expect(bench.logged.at(-1)).toBe('the lease of this work was lost before its outcome was recorded');
    expect(bench.failures).toEqual(failures);
    expect(bench.begun).toHaveLength(1);
  });
});

describe('Work of two workers', () => {
  it('is done once', async () => {
    const bench = await openWorkBench();
    const another = bench.anotherWorker(async () => {});
    for (let index = 0; index < 20; index++) {
      await bench.add(String(index));
    }

    bench.worker.start();
    another.start();
    await Promise.all([bench.worker.idle(), another.idle()]);

    expect(new Set(bench.begun.map(({ name }) => name)).size).toBe(20);
    expect(bench.begun).toHaveLength(20);
  });
});
