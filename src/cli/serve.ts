import type { Config, Env, LogLevel } from '../config.ts';
import type { Policy } from '../domain/policy.ts';
import type { Log } from '../use-cases/ports.ts';
import { explainFault } from './explain-fault.ts';
import type { Print } from './print.ts';
import { readSettings } from './read-settings.ts';
import { requested } from './requested.ts';

export interface RunningBot {
  /** Where it listens, in a line. */
  readonly describe: string;
  stop(): Promise<void>;
}

export interface ServeOptions {
  readonly env: Env;
  readonly print: Print;
  readonly createLog: (level: LogLevel) => Log;
  readonly startBot: (config: Config, policy: Policy, log: Log) => Promise<RunningBot>;
  readonly stopRequested: AbortSignal;
}

/** Runs the bot until it is asked to stop. Resolves to the exit code. */
export async function serve(options: ServeOptions): Promise<number> {
  const { print } = options;
  const settings = readSettings(options.env);
  if (!settings.ok) {
    print.problems(settings.refusal);
    return 1;
  }

  const { config, policy } = settings.value;
  const log = options.createLog(config.logLevel);
  try {
    const bot = await options.startBot(config, policy, log);
    print.line(bot.describe);
    await requested(options.stopRequested);
    await bot.stop();
    return 0;
  } catch (error) {
    log.error({ error }, 'the start or the stop failed');
    print.problems([explainFault(error)]);
    return 1;
  }
}
