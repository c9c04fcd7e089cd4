import type { Database, WorkQueue } from '../../../src/use-cases/ports.ts';
import type { System, Timers } from '../../../src/use-cases/system.ts';

/** What of a process can die, at any moment. */
export class Mortal {
  /** Resolves when it dies. */
  readonly death: Promise<'dead'>;
  readonly #pending = new Set<Promise<unknown>>();
  readonly #afterCommit: () => void;
  #die: (dead: 'dead') => void = () => {};
  #isDead = false;

  constructor({ afterCommit = () => {} }: { readonly afterCommit?: () => void } = {}) {
    this.#afterCommit = afterCommit;
    this.death = new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Nothing that it does from here on is seen; what it had asked the database for may still be done. */
  async crash(): Promise<void> {
    this.#isDead = true;
    this.#die('dead');
    await Promise.allSettled(this.#pending);
  }

  /** What it says, unless the process died before: then nobody hears of it. */
  alive<Value>(ask: () => Promise<Value>): Promise<Value> {
    const never = new Promise<Value>(() => {});
    if (this.#isDead) {
      return never;
    }
    const saying = ask();
    const settled = saying.catch(() => {}).finally(() => this.#pending.delete(settled));
    this.#pending.add(settled);
    return new Promise<Value>((resolve, reject) => {
      saying.then(
        (value) => this.#isDead || resolve(value),
        (error: unknown) => this.#isDead || reject(error),
      );
    });
  }

  timers({ after }: Timers): System['timers'] {
    return { after: (wait, run) => after(wait, () => this.#isDead || run()) };
  }

  database({ records, transaction, forgetBefore }: Database): Database {
    return {
      records,
      forgetBefore,
      transaction: (change) =>
        this.alive(async () => {
          const outcome = await transaction(change);
          this.#afterCommit();
          return outcome;
        }),
    };
  }

  queue(queue: WorkQueue): WorkQueue {
    return {
      claim: (request) => this.alive(() => queue.claim(request)),
      finish: (...args) => this.alive(() => queue.finish(...args)),
      retryAt: (...args) => this.alive(() => queue.retryAt(...args)),
      fail: (...args) => this.alive(() => queue.fail(...args)),
      release: (by) => this.alive(() => queue.release(by)),
      nextAt: () => this.alive(() => queue.nextAt()),
      countDue: (now) => this.alive(() => queue.countDue(now)),
    };
  }
}
