import { monotonicFactory } from 'ulid';
import type { OpenDatabase } from '../../../src/database/open-database.ts';
import { toMilliseconds } from '../../../src/domain/time.ts';
import { createSystem } from '../../../src/system/create-system.ts';
import type { Ports } from '../../../src/use-cases/ports.ts';
import { reportFailedWork } from '../../../src/use-cases/report-failed-work.ts';
import type { Ids, System } from '../../../src/use-cases/system.ts';
import { createHandlers } from '../../../src/work/handlers.ts';
import { Worker } from '../../../src/work/worker.ts';
import { silentLog } from '../silent-log.ts';
import { Mortal } from '../simulation/mortal.ts';
import type { Year } from './year.ts';
import { yearPorts } from './year-ports.ts';

/** One replica of the bot between a start and a stop or a crash. */
export class YearProcess {
  readonly ports: Ports;
  readonly #mortal: Mortal;
  readonly #worker: Worker;

  constructor(year: Year, { database, workQueue }: OpenDatabase, number: number) {
    this.#mortal = new Mortal({ afterCommit: () => this.#dieWhere(year, 'after-commit') });
    const system = this.#system(year, number);
    this.ports = {
      ...system,
      ...yearPorts(year, (place) => this.#dieWhere(year, place)),
      database: this.#mortal.database(database),
      policy: year.cast.policy,
      wake: () => this.#worker.wake(),
    };
    this.#worker = new Worker({
      queue: this.#mortal.queue(workQueue),
      handlers: createHandlers(this.ports, async () => {}),
      system,
      log: silentLog,
      onFailure: async (failed, reason) => {
        year.failures.push(`${system.clock.now()} ${failed.work.kind}: ${reason}`);
        await reportFailedWork(this.ports, failed, reason);
      },
      countWork: (kind) => year.count(`work ${kind}`),
    });
    this.#worker.start();
  }

  get isDead(): boolean {
    return this.#mortal.isDead;
  }

  async crash(): Promise<void> {
    await this.#mortal.crash();
  }

  /** As SIGTERM does. */
  async stop(): Promise<void> {
    await Promise.race([this.#worker.stop(), this.#mortal.death]);
    await this.crash();
  }

  async idle(): Promise<void> {
    await Promise.race([this.#worker.idle(), this.#mortal.death]);
  }

  /** True where it has just died there. */
  #dieWhere(year: Year, place: Year['crashDue']): boolean {
    const dies = year.crashDue === place && !this.isDead;
    if (dies) {
      year.crashDue = undefined;
      year.count(`crash ${place}`);
      void this.#mortal.crash();
    }
    return dies;
  }

  #system(year: Year, number: number): System {
    let drawn = 0;
    const random = (what: string) => () => {
      drawn += 1;
      return year.dice.roll(what, number, drawn);
    };
    const next = monotonicFactory(random('id'));
    const ids: Ids = { next: () => next(toMilliseconds(year.clock.now())) };
    const timers = this.#mortal.timers({ after: (wait, run) => year.clock.after(wait, run) });
    return { ...createSystem(), clock: year.clock, ids, timers, random: random('backoff') };
  }
}
