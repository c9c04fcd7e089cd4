import { monotonicFactory } from 'ulid';
import { toMilliseconds } from '../../../src/domain/time.ts';
import { createSystem } from '../../../src/system/create-system.ts';
import type { Database, Ports, WorkQueue } from '../../../src/use-cases/ports.ts';
import { reportFailedWork } from '../../../src/use-cases/report-failed-work.ts';
import type { Ids, System, Timers } from '../../../src/use-cases/system.ts';
import { createHandlers } from '../../../src/work/handlers.ts';
import { Worker } from '../../../src/work/worker.ts';
import { silentLog } from '../silent-log.ts';
import type { Month } from './month.ts';
import { monthPorts } from './month-ports.ts';

/** The bot between a start and a stop or a crash. */
export class MonthProcess {
  readonly ports: Ports;
  /** Resolves when it dies. */
  readonly death: Promise<'dead'>;
  readonly #worker: Worker;
  readonly #pending = new Set<Promise<unknown>>();
  #die: (dead: 'dead') => void = () => {};
  #isDead = false;

  constructor(month: Month, number: number) {
    this.death = new Promise((resolve) => {
      this.#die = resolve;
    });
    const system = this.#system(month, number);
    this.ports = {
      ...system,
      ...monthPorts(month, this),
      database: this.#database(month.opened.database),
      policy: month.cast.policy,
      wake: () => this.#worker.wake(),
    };
    this.#worker = new Worker({
      queue: this.#queue(month.opened.workQueue),
      handlers: createHandlers(this.ports, async () => {}),
      system,
      log: silentLog,
      onFailure: (failed, reason) => reportFailedWork(this.ports, failed, reason),
      countWork: () => {},
    });
    this.#worker.start();
  }

  /** Nothing that it does from here on is seen; what it had asked the database for may still be done. */
  async crash(): Promise<void> {
    this.#isDead = true;
    this.#die('dead');
    await Promise.allSettled(this.#pending);
  }

  /** As SIGTERM does. */
  async stop(): Promise<void> {
    await Promise.race([this.#worker.stop(), this.death]);
    await this.crash();
  }

  async idle(): Promise<void> {
    await Promise.race([this.#worker.idle(), this.death]);
  }

  /** What it says, unless the process died before: then nobody hears of it. */
  alive<Value>(saying: Promise<Value>): Promise<Value> {
    const never = new Promise<Value>(() => {});
    if (this.#isDead) {
      return never;
    }
    const settled = saying.catch(() => {}).finally(() => this.#pending.delete(settled));
    this.#pending.add(settled);
    return new Promise<Value>((resolve, reject) => {
      saying.then(
        (value) => this.#isDead || resolve(value),
        (error: unknown) => this.#isDead || reject(error),
      );
    });
  }

  #system(month: Month, number: number): System {
    let drawn = 0;
    const random = (what: string) => () => {
      drawn += 1;
      return month.dice.roll(what, number, drawn);
    };
    const next = monotonicFactory(random('id'));
    const ids: Ids = { next: () => next(toMilliseconds(month.now())) };
    const timers: Timers = { after: (wait, run) => month.clock.after(wait, () => this.#isDead || run()) };
    return { ...createSystem(), clock: { now: () => month.now() }, ids, timers, random: random('backoff') };
  }

  #database({ records, transaction, forgetBefore }: Database): Database {
    return {
      records,
      forgetBefore,
      transaction: (change) => (this.#isDead ? new Promise(() => {}) : this.alive(transaction(change))),
    };
  }

  #queue(queue: WorkQueue): WorkQueue {
    const alive = <Value>(ask: () => Promise<Value>): Promise<Value> =>
      this.#isDead ? new Promise(() => {}) : this.alive(ask());
    return {
      claim: (request) => alive(() => queue.claim(request)),
      finish: (...args) => alive(() => queue.finish(...args)),
      retryAt: (...args) => alive(() => queue.retryAt(...args)),
      fail: (...args) => alive(() => queue.fail(...args)),
      release: (by) => alive(() => queue.release(by)),
      nextAt: () => alive(() => queue.nextAt()),
      countDue: (now) => alive(() => queue.countDue(now)),
    };
  }
}
