import { describe, expect, it } from 'vitest';
import { openWorkBench } from '../support/open-work-bench.ts';

const names = (bench: { readonly begun: readonly { readonly name: string }[] }) => bench.begun.map(({ name }) => name);

describe('Worker, when the queue does not answer,', () => {
  it('looks again after a growing wait', async () => {
    let faults = 3;
    const bench = await openWorkBench({
      queue: (queue) => ({
        claim: async (request) => {
          faults -= 1;
          if (faults >= 0) {
            throw new Error('no database');
          }
          return queue.claim(request);
        },
      }),
    });
    await bench.add('a');
    bench.worker.start();
    const idle = bench.worker.idle();

    const waits = [await bench.nextWait(), await bench.nextWait(), await bench.nextWait()];
    await idle;

    expect(waits).toEqual([501, 1_001, 2_001]);
    expect(names(bench)).toEqual(['a']);
    expect(bench.logged).toEqual(Array.from({ length: 3 }, () => 'the work queue does not answer'));
  });

  it('looks again when it cannot learn what comes next', async () => {
    let faults = 1;
    const bench = await openWorkBench({
      queue: (queue) => ({
        nextAt: async () => {
          faults -= 1;
          return faults >= 0 ? Promise.reject(new Error('no database')) : queue.nextAt();
        },
      }),
    });
    bench.worker.start();
    await bench.nextWait();
    await bench.worker.idle();

    expect(bench.logged).toEqual(['the work queue does not answer']);
  });

  it('records the outcome later, without running the work again', async () => {
    let faults = 2;
    const triedAt: string[] = [];
    const bench = await openWorkBench({
      queue: (queue) => ({
        finish: async (...finished) => {
          triedAt.push(bench.clock.now());
          faults -= 1;
          return faults >= 0 ? Promise.reject(new Error('no database')) : queue.finish(...finished);
        },
      }),
    });
    await bench.add('a');
    bench.worker.start();
    await bench.logs('the outcome of this work could not be recorded yet');
    bench.clock.advance(500);
    await bench.logs('the outcome of this work could not be recorded yet', 2);
    await bench.pass(1_000);

    expect(triedAt).toEqual(['2024-05-07T14:00:00.000Z', '2024-05-07T14:00:00.500Z', '2024-05-07T14:00:01.500Z']);
    expect(names(bench)).toEqual(['a']);
    expect(await bench.queue.nextAt()).toBeUndefined();
  });

  it('runs the work again, as a repeat, where its lease ran out unrecorded', async () => {
    let isDown = true;
    const bench = await openWorkBench({
      queue: (queue) => ({
        finish: (...finished) => (isDown ? Promise.reject(new Error('no database')) : queue.finish(...finished)),
      }),
    });
    await bench.add('a');
    bench.worker.start();
    await bench.logs('the outcome of this work could not be recorded yet');
    bench.clock.advance(120_000);
    await bench.logs('the outcome of this work could not be recorded; it will run again');
    isDown = false;
    await bench.pass(1_000);

    expect(bench.begun.map(({ attempts }) => attempts)).toEqual([0, 1]);
    expect(await bench.queue.nextAt()).toBeUndefined();
  });
});
