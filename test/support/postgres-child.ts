import type { ChildProcess } from 'node:child_process';

export interface Child {
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
  const fault = new Promise<never>((_, reject) => child.once('error', reject));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const complain = () => {
    throw new Error(`${name} ended with ${child.exitCode ?? child.signalCode}. It said:\n${heard}`);
  };
  const hear = (words: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (chunk: Buffer) => {
        heard += chunk.toString();
        if (heard.includes(words)) {
          resolve();
        }
      };
      child.stdout?.on('data', look);
      child.stderr?.on('data', look);
    });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    ended,
    kill: () => void child.kill('SIGQUIT'),
    said: (words) => Promise.race([hear(words), fault, closed.then(complain)]),
    succeeded: async () => {
      hear('');
      await Promise.race([closed, fault]);
      if (child.exitCode !== 0) {
        complain();
      }
    },
  };
}
