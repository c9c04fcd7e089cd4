import { explainFault } from './explain-fault.ts';
import type { Print } from './print.ts';
import { requested } from './requested.ts';

export interface RunningDemo {
  /** What to open and what to try. */
  readonly describe: readonly string[];
  stop(): Promise<void>;
}

/** Shows Faultline at work in a small Slack of its own, until it is asked to stop. Resolves to the exit code. */
export async function demo(options: {
  readonly print: Print;
  readonly startDemo: () => Promise<RunningDemo>;
  readonly stopRequested: AbortSignal;
}): Promise<number> {
  try {
    const running = await options.startDemo();
    for (const line of running.describe) {
      options.print.line(line);
    }
    await requested(options.stopRequested);
    await running.stop();
    return 0;
  } catch (error) {
    options.print.problems([explainFault(error)]);
    return 1;
  }
}
