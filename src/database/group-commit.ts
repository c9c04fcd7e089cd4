/** What it needs of better-sqlite3's connection. */
export interface GroupConnection {
  exec(sql: string): unknown;
  readonly inTransaction: boolean;
}

interface Queued {
  /** Resolves to what tells the caller of success. */
  readonly run: () => Promise<() => void>;
  readonly reject: (error: unknown) => void;
}

const LARGEST_GROUP = 64;

/**
 * Waiting for the disk is most of the cost of a small transaction, so changes that wait at the same time share one
 * commit. Each runs alone, in its order and in a savepoint of its own: one that fails takes back only itself. Nobody
 * hears of an outcome, not even of a refusal, before the commit, because it may rest on what an earlier one wrote.
 */
export class GroupCommit {
  readonly #connection: GroupConnection;
  readonly #queue: Queued[] = [];
  #draining: Promise<void> | undefined;

  constructor(connection: GroupConnection) {
    this.#connection = connection;
  }

  run<Value>(change: () => Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#queue.push({
        run: async () => {
          const value = await change();
          return () => resolve(value);
        },
        reject,
      });
      this.#draining ??= this.#drain();
    });
  }

  /** Resolves when nothing waits or runs. */
  async finish(): Promise<void> {
    await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      // Lets every request in that has reached this process by now.
      await new Promise(setImmediate);
      await this.#commit(this.#queue.splice(0, LARGEST_GROUP));
    }
    this.#draining = undefined;
  }

  async #commit(group: readonly Queued[]): Promise<void> {
    try {
      this.#connection.exec('begin immediate');
      const outcomes: (() => void)[] = [];
      for (const queued of group) {
        outcomes.push(await this.#runInSavepoint(queued));
      }
      this.#connection.exec('commit');
      for (const tell of outcomes) {
        tell();
      }
    } catch (error) {
      this.#rollBack();
      for (const { reject } of group) {
        reject(error);
      }
    }
  }

  async #runInSavepoint({ run, reject }: Queued): Promise<() => void> {
    this.#connection.exec('savepoint change');
    try {
      const tell = await run();
      this.#connection.exec('release change');
      return tell;
    } catch (error) {
      // Throws where SQLite gave up the whole transaction by itself, as on a full disk.
      this.#connection.exec('rollback to change; release change');
      return () => reject(error);
    }
  }

  #rollBack(): void {
    if (this.#connection.inTransaction) {
      this.#connection.exec('rollback');
    }
  }
}
