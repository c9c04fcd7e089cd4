import { describe, expect, it } from 'vitest';
import { createGate, type Gate } from '../support/gate.ts';
import { openWorkBench, START } from '../support/open-work-bench.ts';

type Gates = Readonly<Record<string, Gate>>;

const names = (bench: { readonly begun: readonly { readonly name: string }[] }) => bench.begun.map(({ name }) => name);

/** A gate for each name; work of another name goes through. */
function gatesOf(...all: readonly string[]): Gates {
  return Object.fromEntries(all.map((name) => [name, createGate()]));
}

const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix} ${index}`);

describe('Worker, with urgent work,', () => {
  it('begins it at once while slow work fills every other place, however much waits there', async () => {
    const slow = numbered('slow', 40);
    const gates = gatesOf(...slow, 'call');
    const bench = await openWorkBench({ run: async (name) => gates[name]?.pass() });
    for (const name of slow) {
      await bench.add(name);
    }
    bench.worker.start();
    await reachAll(gates, slow.slice(0, 8));

    await bench.add('call', { isUrgent: true });
    bench.worker.wake();
    await gates.call?.reached;

    expect(names(bench)).toEqual([...slow.slice(0, 8), 'call']);
    expect(bench.clock.now()).toBe(START);
    openAll(gates);
    await bench.worker.idle();
    expect(names(bench)).toHaveLength(41);
  });

  it('finds what becomes due while slow work fills every other place', async () => {
    const slow = numbered('slow', 8);
    const gates = gatesOf(...slow, 'call');
    const bench = await openWorkBench({ run: async (name) => gates[name]?.pass() });
    for (const name of slow) {
      await bench.add(name);
    }
    await bench.add('call', { isUrgent: true, inMilliseconds: 1_000 });
    bench.worker.start();
    await reachAll(gates, slow);

    bench.clock.advance(1_000);
    await gates.call?.reached;

    expect(names(bench).at(-1)).toBe('call');
    openAll(gates);
  });

  it('gives it every place where there is so much of it, and the next as soon as one ends', async () => {
    const calls = numbered('call', 13);
    const gates = gatesOf(...calls);
    const bench = await openWorkBench({ run: async (name) => gates[name]?.pass() });
    await bench.add('card');
    for (const name of calls) {
      await bench.add(name, { isUrgent: true });
    }

    bench.worker.start();
    await reachAll(gates, calls.slice(0, 12));
    const atFirst = names(bench);
    gates['call 0']?.open();
    await gates['call 12']?.reached;
    openAll(gates);
    await bench.worker.idle();

    expect(atFirst).toEqual(calls.slice(0, 12));
    expect(names(bench)).toEqual([...calls, 'card']);
  });

  it('counts what runs before it in its lane among the ordinary', async () => {
    const before = numbered('before', 3);
    const slow = numbered('slow', 8);
    const gates = gatesOf(...before, ...slow);
    const bench = await openWorkBench({ run: async (name) => gates[name]?.pass() });
    for (const name of before) {
      await bench.add(name, { lane: name });
      await bench.add(`call after ${name}`, { lane: name, isUrgent: true });
    }
    bench.worker.start();
    await reachAll(gates, before);

    for (const name of slow) {
      await bench.add(name);
    }
    bench.worker.wake();
    await gates['slow 4']?.reached;
    const filled = names(bench);
    openAll(gates);
    await bench.worker.idle();

    expect(filled).toEqual([...before, ...slow.slice(0, 5)]);
    expect(names(bench)).toHaveLength(14);
  });
});

async function reachAll(gates: Gates, all: readonly string[]): Promise<void> {
  for (const name of all) {
    await gates[name]?.reached;
  }
}

function openAll(gates: Gates): void {
  for (const { open } of Object.values(gates)) {
    open();
  }
}
