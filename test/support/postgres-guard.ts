import { spawn } from 'node:child_process';

/** Once its input ends without a word, as it does when this process is gone, ends the server and removes the folders. */
const GUARD = 'read -r dismissed || { kill -QUIT "$0"; rm -rf "$@" || rm -rf "$@"; }';

/**
 * No server is left behind where the tests are interrupted, killed or run out of memory: a process of its own waits
 * for that, because a killed one can clear up nothing.
 */
export function guardAgainstAbruptEnd(pid: number | undefined, folders: readonly string[]): { dismiss(): void } {
  if (pid === undefined || process.platform === 'win32') {
    return { dismiss: () => {} };
  }
  const guard = spawn('sh', ['-c', GUARD, String(pid), ...folders], {
    // Beyond the reach of Ctrl-C, which goes to everybody in the group.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return { dismiss: () => void guard.stdin.end('dismissed\n') };
}
