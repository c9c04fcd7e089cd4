import type { ManualClock } from './manual-clock.ts';
import type { Workspace } from './workspace.ts';

/** What is asked of the bot beside the workspace. */
export interface Idle {
  /** Resolves when it has no work that is due. */
  idle(): Promise<void>;
}

/** A workspace, the bot beside it, and the clock of both. */
export interface Stage {
  readonly workspace: Workspace;
  readonly clock: ManualClock;
  readonly bot: Idle;
}

/** Waits until neither side has anything left to do at this instant. */
export async function settle({ workspace, bot }: Stage): Promise<void> {
  // Each side may give the other something to do; two quiet rounds in a row mean that both are done.
  for (let quiet = 0; quiet < 2; ) {
    const calls = workspace.record.calls.length;
    await bot.idle();
    await workspace.settled();
    quiet = workspace.record.calls.length === calls ? quiet + 1 : 0;
  }
}
