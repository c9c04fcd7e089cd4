import { monotonicFactory } from 'ulid';
import { toMilliseconds } from '../../../src/domain/time.ts';
import { createSystem } from '../../../src/system/create-system.ts';
import type { Ports } from '../../../src/use-cases/ports.ts';
import { reportFailedWork } from '../../../src/use-cases/report-failed-work.ts';
import type { Ids, System } from '../../../src/use-cases/system.ts';
import { createHandlers } from '../../../src/work/handlers.ts';
import { Worker } from '../../../src/work/worker.ts';
import { silentLog } from '../silent-log.ts';
import { Mortal } from '../simulation/mortal.ts';
import type { Month } from './month.ts';
import { monthPorts } from './month-ports.ts';

/** The bot between a start and a stop or a crash. */
export class MonthProcess {
  readonly ports: Ports;
  readonly #mortal = new Mortal();
  readonly #worker: Worker;

  constructor(month: Month, number: number) {
    const system = this.#system(month, number);
    this.ports = {
      ...system,
      ...monthPorts(month, this),
      database: this.#mortal.database(month.opened.database),
      policy: month.cast.policy,
      wake: () => this.#worker.wake(),
    };
    this.#worker = new Worker({
      queue: this.#mortal.queue(month.opened.workQueue),
      handlers: createHandlers(this.ports, async () => {}),
      system,
      log: silentLog,
      onFailure: (failed, reason) => reportFailedWork(this.ports, failed, reason),
      countWork: () => {},
    });
    this.#worker.start();
  }

  /** Resolves when it dies. */
  get death(): Promise<'dead'> {
    return this.#mortal.death;
  }

  async crash(): Promise<void> {
    await this.#mortal.crash();
  }

  /** As SIGTERM does. */
  async stop(): Promise<void> {
    await Promise.race([this.#worker.stop(), this.death]);
    await this.crash();
  }

  async idle(): Promise<void> {
    await Promise.race([this.#worker.idle(), this.death]);
  }

  #system(month: Month, number: number): System {
    let drawn = 0;
    const random = (what: string) => () => {
      drawn += 1;
      return month.dice.roll(what, number, drawn);
    };
    const next = monotonicFactory(random('id'));
    const ids: Ids = { next: () => next(toMilliseconds(month.now())) };
    const timers = this.#mortal.timers({ after: (wait, run) => month.clock.after(wait, run) });
    return { ...createSystem(), clock: { now: () => month.now() }, ids, timers, random: random('backoff') };
  }
}
