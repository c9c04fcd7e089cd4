import { addMilliseconds, type Instant, SECOND } from '../domain/time.ts';
import type { Log, WorkQueue } from '../use-cases/ports.ts';
import type { System } from '../use-cases/system.ts';
import type { ClaimedWork, WorkKind } from '../use-cases/work.ts';
import { backoffMilliseconds } from './backoff.ts';
import type { Handlers } from './handlers.ts';
import { pause } from './pause.ts';
import { type Outcome, tryWork } from './try-work.ts';

export interface WorkerOptions {
  readonly queue: WorkQueue;
  readonly handlers: Handlers;
  readonly system: System;
  readonly log: Log;
  /** Called when work fails for good; again after a crash. `reason` is a word for people, `channel_not_found`. */
  readonly onFailure: (failed: ClaimedWork, reason: string) => Promise<void>;
  readonly countWork: (kind: WorkKind, outcome: Outcome['kind']) => void;
}

export interface Lease {
  readonly by: string;
  readonly until: Instant;
  readonly stopping: AbortSignal;
}

/** The longest wait while the queue itself does not answer. */
export const LONGEST_QUEUE_WAIT = 10 * SECOND;

/** Does one piece of claimed work and records what came of it. Rejects where that could not be recorded. */
export async function runWork(options: WorkerOptions, claimed: ClaimedWork, lease: Lease): Promise<void> {
  const outcome = await tryWork(options, claimed);
  options.countWork(claimed.work.kind, outcome.kind);
  logOutcome(options.log, claimed, outcome);
  if (outcome.kind === 'failed') {
    // First, so that a crash in between leads to another attempt and not to silence.
    await tellFailure(options, claimed, outcome.reason);
  }
  if (!(await record(options, claimed, outcome, lease))) {
    options.log.warn(fields(claimed), 'the lease of this work was lost before its outcome was recorded');
  }
}

function logOutcome(log: Log, claimed: ClaimedWork, outcome: Outcome): void {
  if (outcome.kind === 'done') {
    log.debug(fields(claimed), 'work done');
    return;
  }
  const { kind, ...why } = outcome;
  const about = { ...fields(claimed), ...why };
  if (kind === 'failed') {
    log.error(about, 'work failed for good');
  } else {
    log.warn(about, 'work is tried again later');
  }
}

export function fields({ id, work, attempts }: ClaimedWork): object {
  return { workId: id, kind: work.kind, attempts };
}

/** Tries again while the lease lasts. False where somebody else holds the work by now. */
async function record(
  options: WorkerOptions,
  claimed: ClaimedWork,
  outcome: Outcome,
  { by, until, stopping }: Lease,
): Promise<boolean> {
  const { clock, timers, random } = options.system;
  for (let faults = 0; ; faults++) {
    try {
      return await recordOnce(options, claimed, outcome, by);
    } catch (error) {
      const wait = backoffMilliseconds(faults, random, LONGEST_QUEUE_WAIT);
      if (stopping.aborted || addMilliseconds(clock.now(), wait) >= until) {
        throw error;
      }
      options.log.warn({ ...fields(claimed), error }, 'the outcome of this work could not be recorded yet');
      await pause(timers, wait, stopping);
    }
  }
}

async function recordOnce(
  { queue, system }: WorkerOptions,
  { id }: ClaimedWork,
  outcome: Outcome,
  by: string,
): Promise<boolean> {
  const now = system.clock.now();
  switch (outcome.kind) {
    case 'done':
      return queue.finish(id, by, now);
    case 'again-later':
      return queue.retryAt(id, by, addMilliseconds(now, outcome.waitMilliseconds), outcome.reason);
    case 'failed':
      return queue.fail(id, by, now, outcome.reason);
  }
}

async function tellFailure({ onFailure, log }: WorkerOptions, claimed: ClaimedWork, reason: string): Promise<void> {
  try {
    await onFailure(claimed, reason);
  } catch (error) {
    log.error({ ...fields(claimed), reason, error }, 'nobody could be told that this work failed');
  }
}
