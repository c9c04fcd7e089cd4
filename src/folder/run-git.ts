import { execFile } from 'node:child_process';

/** How long git may take, of which pushing takes most. */
const PATIENCE_MILLISECONDS = 60_000;

/** What it sees of ours; its hooks see the same. */
export type GitEnvironment = Readonly<Record<string, string>>;

const UNATTENDED = { GIT_TERMINAL_PROMPT: '0', GIT_SSH_COMMAND: 'ssh -o BatchMode=yes' };

export class GitFault extends Error {
  override readonly name = 'GitFault';
  /** Whether there is no git on this computer, or no such folder. */
  readonly isMissing: boolean;

  constructor(message: string, isMissing: boolean) {
    super(message);
    this.isMissing = isMissing;
  }
}

/** Runs git in that folder, without a shell, and asks nobody anything. Resolves to what it prints. */
export function runGit(folder: string, typed: readonly string[], environment: GitEnvironment): Promise<string> {
  const quiet = [
    '-c',
    'core.quotePath=false',
    '-c',
    'commit.gpgSign=false',
    '-c',
    'core.askPass=true',
    '-c',
    'credential.interactive=false',
  ];
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      ['-C', folder, '--literal-pathspecs', ...quiet, ...typed],
      {
        timeout: PATIENCE_MILLISECONDS,
        killSignal: 'SIGKILL',
        encoding: 'utf8',
        env: { ...environment, ...UNATTENDED },
      },
      (fault, stdout, stderr) => {
        if (fault === null) {
          resolve(stdout);
        } else {
          // Not the message of the fault itself, which repeats what was typed, and so the title of an incident.
          reject(
            new GitFault(stderr.trim() || `git ended with ${fault.code ?? fault.signal}`, fault.code === 'ENOENT'),
          );
        }
      },
    );
    child.stdin?.end();
  });
}
