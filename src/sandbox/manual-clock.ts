import { addMilliseconds, type Instant, instant, toMilliseconds } from '../domain/time.ts';
import type { CancelTimer, Clock, Timers } from '../use-cases/system.ts';

interface Timer {
  readonly at: Instant;
  readonly run: () => void;
}

/** A clock that stands still until it is moved. Moving it runs the timers on the way, in order, each at its instant. */
export class ManualClock implements Clock, Timers {
  #now: Instant;
  #timers: readonly Timer[] = [];

  constructor(start: Instant) {
    this.#now = instant(toMilliseconds(start));
  }

  now(): Instant {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): CancelTimer {
    const timer: Timer = { at: addMilliseconds(this.#now, Math.max(0, milliseconds)), run };
    this.#timers = [...this.#timers, timer];
    return () => this.#forget(timer);
  }

  set(at: Instant): void {
    if (toMilliseconds(at) < toMilliseconds(this.#now)) {
      throw new RangeError(`The clock stands at ${this.#now} and cannot go back to ${at}.`);
    }
    for (let timer = this.#next(); timer !== undefined && timer.at <= at; timer = this.#next()) {
      this.#forget(timer);
      this.#now = timer.at;
      timer.run();
    }
    this.#now = at > this.#now ? at : this.#now;
  }

  advance(milliseconds: number): void {
    this.set(addMilliseconds(this.#now, milliseconds));
  }

  nextTimerAt(): Instant | undefined {
    return this.#next()?.at;
  }

  #next(): Timer | undefined {
    return this.#timers.reduce<Timer | undefined>(
      (first, timer) => (first === undefined || timer.at < first.at ? timer : first),
      undefined,
    );
  }

  #forget(timer: Timer): void {
    this.#timers = this.#timers.filter((other) => other !== timer);
  }
}
