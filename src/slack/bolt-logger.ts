import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../use-cases/ports.ts';

/** Hands Bolt's log lines to ours. Debug lines stay behind: they hold what people typed, and tokens. */
export function boltLogger(log: Log): Logger {
  return {
    debug: () => undefined,
    info: (...words) => log.info({}, join(words)),
    warn: (...words) => log.warn({}, join(words)),
    error: (...words) => log.error({}, join(words)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

function join(words: readonly unknown[]): string {
  return words.map((word) => (word instanceof Error ? word.message : String(word))).join(' ');
}
