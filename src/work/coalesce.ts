export interface Coalesced {
  /** Asks for one more run, which any number of requests before it begins share. */
  ask(): void;
  /** Resolves when no run is wanted or under way. */
  quiet(): Promise<void>;
}

/** Runs `run` when asked, never twice at once: a request during a run leads to one more. `run` must not reject. */
export function coalesce(run: () => Promise<void>, whenQuiet: () => void): Coalesced {
  let isWanted = false;
  let running: Promise<void> | undefined;

  async function runWhileWanted(): Promise<void> {
    while (isWanted) {
      isWanted = false;
      await run();
    }
    running = undefined;
    whenQuiet();
  }

  return {
    ask: () => {
      isWanted = true;
      // Not before the caller is done: the caller may be a clock on its way to a later time than it shows.
      running ??= Promise.resolve().then(runWhileWanted);
    },
    quiet: () => running ?? Promise.resolve(),
  };
}
