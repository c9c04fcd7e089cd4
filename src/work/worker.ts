import type { WorkId } from '../domain/ids.ts';
import { addMilliseconds, type Instant, MINUTE } from '../domain/time.ts';
import type { CancelTimer } from '../use-cases/system.ts';
import { type ClaimedWork, isUrgent } from '../use-cases/work.ts';
import { backoffMilliseconds } from './backoff.ts';
import { coalesce } from './coalesce.ts';
import { fields, LONGEST_QUEUE_WAIT, runWork, type WorkerOptions } from './run-work.ts';
import { untilNextLook } from './until-next-look.ts';

const MOST_AT_ONCE = 12;
/** The other places are kept for what is urgent: however slow the rest is, it never fills them. */
const MOST_ORDINARY_AT_ONCE = 8;
const LEASE = 2 * MINUTE;

interface Run {
  readonly isUrgent: boolean;
  readonly ended: Promise<void>;
}

/** Does the work that is due, of each lane one piece at a time. See ADR-0002. */
export class Worker {
  readonly #options: WorkerOptions;
  readonly #id: string;
  readonly #running = new Map<WorkId, Run>();
  readonly #stopping = new AbortController();
  readonly #looks = coalesce(
    () => this.#look(),
    () => this.#tellIdle(),
  );
  #isStarted = false;
  /** Looks in a row that the queue did not answer. */
  #faults = 0;
  #hasUnrecorded = false;
  #cancelPoll: CancelTimer = () => {};
  #whenIdle: readonly (() => void)[] = [];
  #stopped: Promise<void> | undefined;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#id = options.system.ids.next();
  }

  start(): void {
    this.#isStarted = true;
    this.wake();
  }

  /** Looks for due work at once; called while it looks already, it looks once more. */
  wake(): void {
    if (this.#isStarted && !this.#stopping.signal.aborted) {
      this.#looks.ask();
    }
  }

  /** Looks once more, and resolves when nothing is due or running. While the queue does not answer, nobody knows. */
  async idle(): Promise<void> {
    if (!this.#isStarted || this.#stopped !== undefined) {
      return this.#stopped;
    }
    this.wake();
    return new Promise((resolve) => {
      this.#whenIdle = [...this.#whenIdle, resolve];
    });
  }

  /** Begins nothing more, and resolves when what runs is done. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    this.#stopping.abort();
    await this.#looks.quiet();
    this.#cancelPoll();
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
    await this.#release();
    this.#tellIdle();
  }

  async #look(): Promise<void> {
    this.#cancelPoll();
    if (this.#stopping.signal.aborted) {
      return;
    }
    const { queue, system, log } = this.#options;
    const now = system.clock.now();
    try {
      await this.#claim(now);
      // What runs will look again when it ends, so that only an idle worker has to know what comes next.
      const nextAt = this.#running.size > 0 ? undefined : await queue.nextAt();
      this.#faults = 0;
      this.#lookIn(untilNextLook({ nextAt, lookedAt: now, now: system.clock.now() }));
    } catch (error) {
      log.error({ error }, 'the work queue does not answer');
      this.#lookIn(1 + backoffMilliseconds(this.#faults, system.random, LONGEST_QUEUE_WAIT));
      this.#faults += 1;
    }
  }

  async #claim(now: Instant): Promise<void> {
    const limit = MOST_AT_ONCE - this.#running.size;
    if (limit === 0) {
      return;
    }
    const ordinary = [...this.#running.values()].filter((run) => !run.isUrgent).length;
    const ordinaryLimit = Math.max(0, MOST_ORDINARY_AT_ONCE - ordinary);
    const until = addMilliseconds(now, LEASE);
    const claimed = await this.#options.queue.claim({ by: this.#id, now, until, limit, ordinaryLimit });
    if (!this.#stopping.signal.aborted) {
      for (const piece of claimed) {
        this.#begin(piece, until);
      }
    }
  }

  #begin(claimed: ClaimedWork, until: Instant): void {
    const { log } = this.#options;
    if (this.#running.has(claimed.id)) {
      log.warn(fields(claimed), 'the lease of this work ended and was renewed while it runs');
      return;
    }
    const ended = runWork(this.#options, claimed, { by: this.#id, until, stopping: this.#stopping.signal })
      .catch((error: unknown) => {
        this.#hasUnrecorded = true;
        log.error({ ...fields(claimed), error }, 'the outcome of this work could not be recorded; it will run again');
      })
      .finally(() => {
        this.#running.delete(claimed.id);
        this.wake();
      });
    this.#running.set(claimed.id, { isUrgent: isUrgent(claimed.work), ended });
  }

  #lookIn(milliseconds: number): void {
    if (milliseconds === 0) {
      this.wake();
    } else {
      this.#cancelPoll = this.#options.system.timers.after(milliseconds, () => this.wake());
    }
  }

  async #release(): Promise<void> {
    // Released work counts as never begun. Where some was, and only its record is missing, the leases must run out.
    if (!this.#isStarted || this.#hasUnrecorded) {
      return;
    }
    try {
      await this.#options.queue.release(this.#id);
    } catch (error) {
      this.#options.log.error({ error }, 'claimed work could not be given back; its lease must run out');
    }
  }

  #tellIdle(): void {
    const isStopped = this.#stopping.signal.aborted;
    if (this.#running.size > 0 || (this.#faults > 0 && !isStopped)) {
      return;
    }
    for (const resolve of this.#whenIdle) {
      resolve();
    }
    this.#whenIdle = [];
  }
}
