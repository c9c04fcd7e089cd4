const QUIET_TURNS = 10;

/** Counts what is under way between the workspace and the bot. */
export class Traffic {
  #underWay = 0;
  #waiting: (() => void)[] = [];

  /** The function it returns says that this piece is over; calling it again changes nothing. */
  begin(): () => void {
    this.#underWay++;
    let isOver = false;
    return () => {
      if (!isOver) {
        isOver = true;
        this.#end();
      }
    };
  }

  async track<Result>(work: Promise<Result>): Promise<Result> {
    const end = this.begin();
    try {
      return await work;
    } finally {
      end();
    }
  }

  /** Resolves when nothing has been under way for some turns of the event loop: an answer often starts the next call. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; quiet = this.#underWay === 0 ? quiet + 1 : 0) {
      if (this.#underWay > 0) {
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }

  #end(): void {
    this.#underWay--;
    if (this.#underWay === 0) {
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const resolve of waiting) {
        resolve();
      }
    }
  }
}
