/** Ids as Slack writes them, `U0000000001`, counted up for each prefix: the same run gives the same ids. */
export class SeededIds {
  readonly #last = new Map<string, number>();

  next(prefix: string): string {
    return `${prefix}${this.#count(prefix).toString(36).toUpperCase().padStart(10, '0')}`;
  }

  /** `13345224609.738474920.000001`, the three parts of a trigger id. */
  nextTrigger(): string {
    return `13345224609.738474920.${this.#count('trigger').toString(16).padStart(32, '0')}`;
  }

  #count(prefix: string): number {
    const count = (this.#last.get(prefix) ?? 0) + 1;
    this.#last.set(prefix, count);
    return count;
  }
}
