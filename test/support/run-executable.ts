import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface Executable {
  /** All that it has printed, to either stream. */
  printed(): string;
  /** The first match; rejects where the process ends without it. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  signal(name: NodeJS.Signals): void;
  /** Resolves to the exit code, or to the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
}

/** Runs `src/main.ts` as a process of its own; it is ended with the test. */
export function runExecutable(typed: readonly string[], place: { cwd: string; env: NodeJS.ProcessEnv }): Executable {
  const child = spawn(process.execPath, ['--import', tsx, resolve('src/main.ts'), ...typed], place);
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) {
        listener();
      }
    });
  }
  const ended = endOf(child);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    printed: () => output,
    prints: (pattern) =>
      new Promise((found, failed) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match !== null) {
            listeners.delete(look);
            found(match);
          }
        };
        listeners.add(look);
        void ended.then((end) => failed(new Error(`ended with ${end} before it printed ${pattern}:\n${output}`)));
        look();
      }),
    signal: (name) => void child.kill(name),
    ended,
  };
}

async function endOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  const [code, signal] = await once(child, 'close');
  return code ?? signal;
}
