import { describe, expect, it } from 'vitest';
import { createGate } from '../support/gate.ts';
import { openWorkBench } from '../support/open-work-bench.ts';

const names = (bench: { readonly begun: readonly { readonly name: string }[] }) => bench.begun.map(({ name }) => name);

describe('Worker.idle', () => {
  it('resolves at once before the start', async () => {
    const bench = await openWorkBench();
    await bench.add('a');

    await bench.worker.idle();

    expect(names(bench)).toEqual([]);
  });

  it('waits for what runs, and for what that asks for', async () => {
    const bench = await openWorkBench({ run: async (name) => (name === 'a' ? bench.add('b') : undefined) });
    await bench.add('a');

    bench.worker.start();
    await bench.worker.idle();

    expect(names(bench)).toEqual(['a', 'b']);
  });

  it('does not wait for work that is paused', async () => {
    const bench = await openWorkBench({ run: () => Promise.reject(new Error('broken')) });
    await bench.add('a');

    bench.worker.start();
    await bench.worker.idle();

    expect(await bench.queue.countDue(bench.clock.now())).toBe(1);
    expect(names(bench)).toEqual(['a']);
  });

  it('resolves after the stop', async () => {
    const bench = await openWorkBench();
    bench.worker.start();
    const before = bench.worker.idle();
    await bench.worker.stop();

    await Promise.all([before, bench.worker.idle()]);
  });
});

describe('Worker.stop', () => {
  it('waits for what runs and begins nothing more', async () => {
    const gate = createGate();
    const events: string[] = [];
    const bench = await openWorkBench({
      run: async (name) => {
        await gate.pass();
        events.push(`${name} ended`);
      },
      queue: (queue) => ({
        release: async (by) => {
          events.push('released');
          await queue.release(by);
        },
      }),
    });
    await bench.add('a', { lane: 'lane' });
    await bench.add('b', { lane: 'lane' });
    bench.worker.start();
    await gate.reached;

    const stopped = bench.worker.stop();
    await bench.add('c');
    await bench.add('d');
    gate.open();
    await stopped;
    bench.worker.wake();
    bench.worker.start();
    await bench.pass(10_000);

    expect(events).toEqual(['a ended', 'released']);
    expect(names(bench)).toEqual(['a']);
    expect(bench.clock.nextTimerAt()).toBeUndefined();
  });

  it('gives back what it claimed and did not begin, without counting an attempt', async () => {
    const gate = createGate();
    const bench = await openWorkBench({
      queue: (queue) => ({
        claim: async (request) => {
          const claimed = await queue.claim(request);
          await gate.pass();
          return claimed;
        },
      }),
    });
    await bench.add('a');
    bench.worker.start();
    await gate.reached;
    const stopped = bench.worker.stop();
    gate.open();
    await stopped;
    const begunHere = names(bench);

    const another = bench.anotherWorker(async () => {});
    another.start();
    await another.idle();

    expect(begunHere).toEqual([]);
    expect(bench.begun).toEqual([{ name: 'a', at: 0, attempts: 0 }]);
  });

  it('keeps the lease of work that ran but could not be recorded, so that it counts as a repeat', async () => {
    const bench = await openWorkBench({ queue: () => ({ finish: () => Promise.reject(new Error('no database')) }) });
    await bench.add('a');
    bench.worker.start();
    await bench.logs('the outcome of this work could not be recorded yet');
    await bench.worker.stop();
    const timerLeft = bench.clock.nextTimerAt();

    const another = bench.anotherWorker(async () => {});
    another.start();
    await another.idle();
    const atOnce = names(bench);
    bench.clock.advance(120_000);
    await another.idle();

    expect(timerLeft).toBeUndefined();
    expect(atOnce).toEqual(['a']);
    expect(bench.begun.map(({ attempts }) => attempts)).toEqual([0, 1]);
  });

  it('resolves where the queue is gone', async () => {
    const bench = await openWorkBench({ queue: () => ({ release: () => Promise.reject(new Error('no database')) }) });
    bench.worker.start();

    await bench.worker.stop();

    expect(bench.logged).toEqual(['claimed work could not be given back; its lease must run out']);
  });

  it('may be called before the start, and twice', async () => {
    const bench = await openWorkBench();

    await Promise.all([bench.worker.stop(), bench.worker.stop()]);

    expect(bench.logged).toEqual([]);
  });
});
