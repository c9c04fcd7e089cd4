import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** A second Node process, ended with the test at the latest. */
export interface SpawnedProcess {
  /** Resolves to the first line it says that has not been read yet; to undefined once it ended. */
  nextLine(): Promise<string | undefined>;
  /** As a crash or a power cut does, then resolves to the lines that were not read yet. */
  killAtOnce(): Promise<readonly string[]>;
}

/** `script` is a file of `test/support/processes`. */
export function spawnProcess(script: string, ...args: readonly string[]): SpawnedProcess {
  const path = join(import.meta.dirname, 'processes', script);
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await closed;
  });
  const lines = readLines(child);
  const nextLine = async () => {
    const { done, value } = await lines.next();
    return done === true ? undefined : value;
  };
  return {
    nextLine,
    async killAtOnce() {
      child.kill('SIGKILL');
      await closed;
      const rest: string[] = [];
      for (let line = await nextLine(); line !== undefined; line = await nextLine()) {
        rest.push(line);
      }
      return rest;
    },
  };
}

function readLines({ stdout }: ChildProcess): AsyncIterator<string> {
  if (stdout === null) {
    throw new Error('it was started without an output');
  }
  return createInterface({ input: stdout })[Symbol.asyncIterator]();
}
