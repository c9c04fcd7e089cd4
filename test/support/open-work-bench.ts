import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../src/database/open-database.ts';
import { accept } from '../../src/domain/result.ts';
import { addMilliseconds, type Instant } from '../../src/domain/time.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { createSystem } from '../../src/system/create-system.ts';
import type { WorkQueue } from '../../src/use-cases/ports.ts';
import type { ClaimedWork } from '../../src/use-cases/work.ts';
import { Worker } from '../../src/work/worker.ts';
import { createMemoryLog } from './memory-log.ts';
import { sameHandlers } from './same-handlers.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { call, card, nameOf } from './work-requests.ts';

export const START = '2024-05-07T14:00:00.000Z' as Instant;

export interface WorkBenchOptions {
  /** What the work of that name does; nothing where it is left out. */
  readonly run?: (name: string, claimed: ClaimedWork) => Promise<void>;
  /** Stands between the worker and the real queue. */
  readonly queue?: (queue: WorkQueue) => Partial<WorkQueue>;
  readonly onFailure?: (failed: ClaimedWork, reason: string) => Promise<void>;
  readonly random?: number;
}

/** A worker on a real database, and a clock that stands still. */
export interface WorkBench {
  readonly worker: Worker;
  readonly clock: ManualClock;
  readonly queue: WorkQueue;
  /** What was begun, by name, in order, with the milliseconds since the start. */
  readonly begun: readonly { readonly name: string; readonly at: number; readonly attempts: number }[];
  readonly counted: readonly string[];
  /** What the worker logged above `debug`. */
  readonly logged: readonly string[];
  add(
    name: string,
    options?: { readonly lane?: string; readonly inMilliseconds?: number; readonly isUrgent?: boolean },
  ): Promise<void>;
  /** Moves the clock and waits until the worker has nothing to do. */
  pass(milliseconds: number): Promise<void>;
  /** Resolves once that was logged so often. */
  logs(message: string, times?: number): Promise<void>;
  /** Moves the clock to the timer that is set next while the queue does not answer; resolves to how far that was. */
  nextWait(): Promise<number>;
  /** Another worker on the same queue. */
  anotherWorker(run: (name: string) => Promise<void>): Worker;
}

export async function openWorkBench(options: WorkBenchOptions = {}): Promise<WorkBench> {
  const clock = new ManualClock(START);
  const system = { ...createSystem(), clock, timers: clock, random: () => options.random ?? 0.5 };
  const opened = await openDatabase({ url: `file:${join(temporaryFolder(), 'faultline.db')}`, ids: system.ids });
  onTestFinished(() => opened.close());
  await opened.migrateToLatest();
  const begun: WorkBench['begun'][number][] = [];
  const counted: string[] = [];
  const logged = createMemoryLog();
  let faultsSeen = 0;

  function createWorker(queue: WorkQueue, run: WorkBenchOptions['run']): Worker {
    const worker = new Worker({
      queue,
      handlers: sameHandlers(async (_, claimed) => {
        const at = clock.now();
        begun.push({ name: nameOf(claimed.work), at: Date.parse(at) - Date.parse(START), attempts: claimed.attempts });
        await run?.(nameOf(claimed.work), claimed);
      }),
      system,
      log: logged.log,
      onFailure: options.onFailure ?? (async () => {}),
      countWork: (kind, outcome) => counted.push(`${kind} ${outcome}`),
    });
    onTestFinished(() => worker.stop());
    return worker;
  }

  const worker = createWorker(overlay(opened.workQueue, options.queue?.(opened.workQueue)), options.run);
  return {
    worker,
    clock,
    queue: opened.workQueue,
    begun,
    counted,
    logged: logged.messages,
    logs: logged.logs,
    add: async (name, { lane = name, inMilliseconds = 0, isUrgent = false } = {}) => {
      await opened.database.transaction(async ({ work }) => {
        const runAt = addMilliseconds(clock.now(), inMilliseconds);
        await work.add({ work: isUrgent ? call(name) : card(name), lane, runAt, dedupeKey: undefined });
        return accept(undefined);
      });
    },
    pass: async (milliseconds) => {
      clock.advance(milliseconds);
      await worker.idle();
    },
    nextWait: async () => {
      faultsSeen += 1;
      await logged.logs('the work queue does not answer', faultsSeen);
      const before = Date.parse(clock.now());
      const at = clock.nextTimerAt() ?? clock.now();
      clock.set(at);
      return Date.parse(at) - before;
    },
    anotherWorker: (run) => createWorker(opened.workQueue, run),
  };
}

function overlay(queue: WorkQueue, changed: Partial<WorkQueue> = {}): WorkQueue {
  return {
    claim: (request) => queue.claim(request),
    finish: (id, by, now) => queue.finish(id, by, now),
    retryAt: (id, by, at, error) => queue.retryAt(id, by, at, error),
    fail: (id, by, now, error) => queue.fail(id, by, now, error),
    release: (by) => queue.release(by),
    nextAt: () => queue.nextAt(),
    countDue: (now) => queue.countDue(now),
    ...changed,
  };
}
