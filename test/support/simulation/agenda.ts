interface Entry {
  readonly at: number;
  readonly number: number;
  readonly run: () => Promise<void>;
}

/** What is still to happen in a simulation, in milliseconds since its beginning. */
export class Agenda {
  readonly #elapsed: () => number;
  /** The last to happen first. */
  readonly #entries: Entry[] = [];
  #lastNumber = 0;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  /** At once, if that has passed. What is to happen at one instant happens in the order of asking. */
  schedule(at: number, run: () => Promise<void>): void {
    this.#lastNumber += 1;
    const entry = { at: Math.max(at, this.#elapsed()), number: this.#lastNumber, run };
    const index = this.#entries.findLastIndex(
      (other) => other.at > entry.at || (other.at === entry.at && other.number > entry.number),
    );
    this.#entries.splice(index + 1, 0, entry);
  }

  nextAt(): number | undefined {
    return this.#entries.at(-1)?.at;
  }

  takeUntil(until: number): readonly Entry[] {
    const taken: Entry[] = [];
    for (let next = this.#entries.at(-1); next !== undefined && next.at <= until; next = this.#entries.at(-1)) {
      this.#entries.pop();
      taken.push(next);
    }
    return taken;
  }
}
