import type { ChildProcess } from 'node:child_process';

export interface Child {
  readonly pid: number | undefined;
  /** Resolves once it said this; rejects with all that it said where it ends before. */
  said(words: string): Promise<void>;
  /** Resolves when it ends well; rejects with all that it said where not. */
  succeeded(): Promise<void>;
  /** At once and without a checkpoint: nobody reads its files again. */
  kill(): void;
  readonly ended: Promise<void>;
}

export function listen(name: string, child: ChildProcess): Child {
  let heard = '';
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    // Not `exit`, after which its last words may still be on their way.
    child.once('close', () => resolve());
  });
  const complain = () => {
    throw new Error(`${name} ended with ${child.exitCode ?? child.signalCode}. It said:\n${heard}`);
  };
  for (const output of [child.stdout, child.stderr]) {
    output?.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      child.emit('heard');
    });
  }
  const hears = (words: string) =>
    new Promise<void>((resolve) => child.on('heard', () => heard.includes(words) && resolve()));
  return {
    pid: child.pid,
    ended,
    kill: () => void child.kill('SIGQUIT'),
    said: (words) => Promise.race([hears(words), ended.then(complain)]),
    succeeded: async () => {
      await ended;
      if (child.exitCode !== 0) {
        complain();
      }
    },
  };
}
