import { createHash } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import { instant } from '../domain/time.ts';
import type { System } from '../use-cases/system.ts';

/** The clock, the ids, the timers and the chance of this machine, and its hashes. */
export function createSystem(): System {
  const nextUlid = monotonicFactory(Math.random);
  return {
    clock: { now: () => instant(Date.now()) },
    ids: { next: () => nextUlid() },
    timers: {
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        timer.unref();
        return () => clearTimeout(timer);
      },
    },
    random: Math.random,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  };
}
