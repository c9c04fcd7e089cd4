import type { Log } from '../../src/use-cases/ports.ts';

export interface MemoryLog {
  readonly log: Log;
  /** What was logged above `debug`. */
  readonly messages: readonly string[];
  /** Resolves once that was logged so often, and whoever logged it went on. */
  logs(message: string, times?: number): Promise<void>;
}

export function createMemoryLog(): MemoryLog {
  const messages: string[] = [];
  let waiting: readonly (() => void)[] = [];

  function add(_: object, message: string): void {
    messages.push(message);
    for (const look of waiting) {
      look();
    }
  }

  function logs(message: string, times = 1): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (messages.filter((logged) => logged === message).length >= times) {
          waiting = waiting.filter((other) => other !== look);
          resolve();
        }
      };
      waiting = [...waiting, look];
      look();
    });
  }

  return { log: { debug: () => {}, info: add, warn: add, error: add }, messages, logs };
}
