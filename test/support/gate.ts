export interface Gate {
  /** Resolves once somebody has come to the gate. */
  readonly reached: Promise<void>;
  /** Waits until the gate is open. */
  pass(): Promise<void>;
  open(): void;
}

/** Holds whoever comes until it is opened. */
export function createGate(): Gate {
  let tellReached = () => {};
  let open = () => {};
  const reached = new Promise<void>((resolve) => {
    tellReached = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    reached,
    pass: () => {
      tellReached();
      return opened;
    },
    open: () => open(),
  };
}
