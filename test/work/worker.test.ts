import { describe, expect, it } from 'vitest';
import { createGate } from '../support/gate.ts';
import { openWorkBench, START } from '../support/open-work-bench.ts';

const names = (bench: { readonly begun: readonly { readonly name: string }[] }) => bench.begun.map(({ name }) => name);

describe('Worker, looking for work,', () => {
  it('does what is due when it starts', async () => {
    const bench = await openWorkBench();
    await bench.add('a');

    bench.worker.start();
    await bench.worker.idle();

    expect(bench.begun).toEqual([{ name: 'a', at: 0, attempts: 0 }]);
    expect(bench.counted).toEqual(['post-card done']);
    expect(await bench.queue.nextAt()).toBeUndefined();
    expect(bench.logged).toEqual([]);
  });

  it('hands the handler the work and what was claimed', async () => {
    const seen: object[] = [];
    const bench = await openWorkBench({ run: async (_, claimed) => void seen.push(claimed) });
    await bench.add('a', { lane: 'lane-of-a' });

    bench.worker.start();
    await bench.worker.idle();

    expect(seen).toMatchObject([{ work: { kind: 'post-card', incidentId: 'a' }, lane: 'lane-of-a', runAt: START }]);
  });

  it('does the work of one lane in order, one piece after the other', async () => {
    const gate = createGate();
    const bench = await openWorkBench({ run: async (name) => (name === 'first' ? gate.pass() : undefined) });
    await bench.add('first', { lane: 'lane' });
    await bench.add('second', { lane: 'lane' });
    await bench.add('elsewhere');

    bench.worker.start();
    await gate.reached;
    const whileFirstRuns = names(bench);
    gate.open();
    await bench.worker.idle();

    expect(whileFirstRuns).not.toContain('second');
    expect(names(bench).filter((name) => name !== 'elsewhere')).toEqual(['first', 'second']);
  });

  it('runs at most eight pieces at once, and the next as soon as one ends', async () => {
    const gates = Array.from({ length: 10 }, () => createGate());
    const bench = await openWorkBench({ run: async (name) => gates[Number(name)]?.pass() });
    for (const [index] of gates.entries()) {
      await bench.add(String(index));
    }

    bench.worker.start();
    await Promise.all(gates.slice(0, 8).map(({ reached }) => reached));
    const atFirst = names(bench).length;
    gates[3]?.open();
    await gates[8]?.reached;
    const afterOneEnded = names(bench).length;
    for (const { open } of gates) {
      open();
    }
    await bench.worker.idle();

    expect([atFirst, afterOneEnded, names(bench).length]).toEqual([8, 9, 10]);
    expect(bench.clock.now()).toBe(START);
  });

  it('looks at once when it is woken', async () => {
    const gate = createGate();
    const bench = await openWorkBench({ run: () => gate.pass() });
    bench.worker.start();
    await bench.worker.idle();

    await bench.add('a');
    bench.worker.wake();
    await gate.reached;

    expect(bench.begun).toEqual([{ name: 'a', at: 0, attempts: 0 }]);
    gate.open();
  });

  it('looks once more, and only once, when it is woken often while it looks', async () => {
    const gate = createGate();
    let looks = 0;
    const bench = await openWorkBench({
      queue: (queue) => ({
        claim: async (request) => {
          looks += 1;
          await (looks === 1 ? gate.pass() : undefined);
          return queue.claim(request);
        },
      }),
    });

    bench.worker.start();
    await gate.reached;
    const idle = bench.worker.idle();
    bench.worker.wake();
    bench.worker.wake();
    gate.open();
    await idle;

    expect(looks).toBe(2);
  });

  it('does later work at its instant', async () => {
    const bench = await openWorkBench();
    await bench.add('soon', { inMilliseconds: 300 });
    await bench.add('tomorrow', { inMilliseconds: 86_400_000 });
    bench.worker.start();
    await bench.worker.idle();

    const nextLook = bench.clock.nextTimerAt();
    await bench.pass(299);
    const early = names(bench);
    await bench.pass(1);
    const onTime = names(bench);
    await bench.pass(86_400_000);

    expect(nextLook).toBe('2024-05-07T14:00:00.300Z');
    expect([early, onTime, names(bench)]).toEqual([[], ['soon'], ['soon', 'tomorrow']]);
  });

  it('finds within a second what another process stored', async () => {
    const gate = createGate();
    const bench = await openWorkBench({ run: () => gate.pass() });
    bench.worker.start();
    await bench.worker.idle();
    await bench.add('a');

    bench.clock.advance(1_000);
    await gate.reached;

    expect(names(bench)).toEqual(['a']);
    gate.open();
  });

  it('leases what it claims for two minutes of the clock, in its own name', async () => {
    const requests: object[] = [];
    const bench = await openWorkBench({
      queue: (queue) => ({
        claim: async (request) => {
          requests.push(request);
          return queue.claim(request);
        },
      }),
    });

    bench.worker.start();
    await bench.worker.idle();

    expect(requests[0]).toEqual({
      by: expect.stringMatching(/^[0-9A-Z]{26}$/u),
      now: START,
      until: '2024-05-07T14:02:00.000Z',
      limit: 8,
    });
  });

  it('counts a lease from where the clock stops, not from a timer on the way there', async () => {
    const bench = await openWorkBench();
    await bench.add('a', { inMilliseconds: 500 });
    bench.worker.start();
    await bench.worker.idle();

    await bench.pass(600_000);

    expect(bench.begun).toEqual([{ name: 'a', at: 600_000, attempts: 0 }]);
    expect(bench.logged).toEqual([]);
  });
});

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
    const bench = await openWorkBench({
      queue: (queue) => ({
        finish: async (...finished) => {
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
    const bench = await openWorkBench({ run: () => gate.pass() });
    await bench.add('a', { lane: 'lane' });
    await bench.add('b', { lane: 'lane' });
    bench.worker.start();
    await gate.reached;

    let isStopped = false;
    const stopped = bench.worker.stop().then(() => {
      isStopped = true;
    });
    await bench.queue.countDue(START);
    const whileRunning = isStopped;
    gate.open();
    await stopped;
    bench.worker.wake();
    bench.worker.start();
    await bench.pass(10_000);

    expect(whileRunning).toBe(false);
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

    const another = bench.anotherWorker(async () => {});
    another.start();
    await another.idle();

    expect(bench.begun).toEqual([{ name: 'a', at: 0, attempts: 0 }]);
  });

  it('keeps the lease of work that ran but could not be recorded, so that it counts as a repeat', async () => {
    const bench = await openWorkBench({ queue: () => ({ finish: () => Promise.reject(new Error('no database')) }) });
    await bench.add('a');
    bench.worker.start();
    await bench.logs('the outcome of this work could not be recorded yet');
    await bench.worker.stop();

    const another = bench.anotherWorker(async () => {});
    another.start();
    await another.idle();
    const atOnce = names(bench);
    bench.clock.advance(120_000);
    await another.idle();

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
