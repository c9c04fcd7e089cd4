import type { Timers } from '../use-cases/system.ts';

/** Waits, but not longer than until `cutShort`. */
export function pause(timers: Timers, milliseconds: number, cutShort: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (cutShort.aborted) {
      resolve();
      return;
    }
    const end = () => {
      cancel();
      cutShort.removeEventListener('abort', end);
      resolve();
    };
    const cancel = timers.after(milliseconds, end);
    cutShort.addEventListener('abort', end);
  });
}
