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

  it('runs at most eight ordinary pieces at once, and the next as soon as one ends', async () => {
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
      limit: 12,
      ordinaryLimit: 8,
    });
  });

  it('counts a lease from where the clock stops, not from a timer on the way there', async () => {
    const lookedAt: string[] = [];
    const bench = await openWorkBench({
      queue: (queue) => ({
        claim: async (request) => {
          lookedAt.push(request.now);
          return queue.claim(request);
        },
      }),
    });
    await bench.add('a', { inMilliseconds: 500 });
    bench.worker.start();
    await bench.worker.idle();

    await bench.pass(600_000);

    expect(new Set(lookedAt)).toEqual(new Set([START, '2024-05-07T14:10:00.000Z']));
    expect(bench.begun).toEqual([{ name: 'a', at: 600_000, attempts: 0 }]);
  });

  it('begins nothing twice where a lease ends while its work runs', async () => {
    const gate = createGate();
    const bench = await openWorkBench({
      queue: (queue) => ({
        finish: async (...finished) => {
          await gate.pass();
          return queue.finish(...finished);
        },
      }),
    });
    await bench.add('a');
    bench.worker.start();
    await gate.reached;

    bench.clock.advance(120_000);
    await bench.logs('the lease of this work ended and was renewed while it runs');
    gate.open();
    await bench.worker.idle();

    expect(bench.begun).toEqual([{ name: 'a', at: 0, attempts: 0 }]);
    expect(await bench.queue.nextAt()).toBeUndefined();
  });
});
