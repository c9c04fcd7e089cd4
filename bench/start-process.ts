import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { root } from './root.ts';

export interface Started {
  /** What it said first, which it says when it is ready. */
  readonly firstLine: string;
  stop(): Promise<void>;
}

const running = new Set<() => void>();

/** Nothing outlives the bench, however it ends. */
process.on('exit', () => {
  for (const kill of running) {
    kill();
  }
});

/** Runs a program of the repository in a process of its own, so that nobody shares an event loop with it. */
export async function startProcess(options: {
  readonly program: string;
  /** A folder where a profile of its CPU time is kept. */
  readonly profileFolder?: string | undefined;
  readonly arguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Away from the repository: a `.env` or a `faultline.yaml` of its owner must not change what is measured. */
  readonly folder: string;
}): Promise<Started> {
  const child = spawn(
    process.execPath,
    [
      ...(options.profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profileFolder}`]),
      ...['--import', import.meta.resolve('tsx')],
      ...[`${root}/${options.program}`, ...(options.arguments ?? [])],
    ],
    { cwd: options.folder, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const kill = () => void child.kill('SIGKILL');
  running.add(kill);
  const exited = once(child, 'exit').finally(() => running.delete(kill));
  const lines = createInterface({ input: child.stdout });
  const firstLine = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    exited.then(([code]) => {
      throw new Error(`${options.program} ended with ${code} before it was ready.`);
    }),
  ]);
  return {
    firstLine,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
