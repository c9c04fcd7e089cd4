import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, type Binaries, ordinaryAccount, runnableBinaries } from './postgres-binaries.ts';

export interface PostgresServer {
  readonly url: string;
  /** Ends the server and removes its folder. */
  readonly stop: () => Promise<void>;
}

const PASSWORD = 'faultline';

/** An empty server in a temporary folder, which forgets everything in a crash and so is fast. */
export async function startPostgres(): Promise<PostgresServer> {
  const account = ordinaryAccount();
  const folder = mkdtempSync(join(tmpdir(), 'faultline-postgres-'));
  try {
    own(folder, account);
    const binaries = await runnableBinaries(folder, account);
    const data = join(folder, 'data');
    await initialise(binaries, { folder, data, account });
    const port = await freePort();
    const server = await serve(binaries, { data, port, account });
    return {
      url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
      stop: stopper(server, folder),
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

interface Place {
  readonly data: string;
  readonly account: Account | undefined;
}

async function initialise(binaries: Binaries, place: Place & { readonly folder: string }): Promise<void> {
  mkdirSync(place.data, { mode: 0o700 });
  own(place.data, place.account);
  const passwordFile = join(place.folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  const child = start(binaries.initdb, place.account, [
    `--pgdata=${place.data}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=password',
    '--encoding=UTF8',
    '--locale=C',
    // Sorts text as people do and not by bytes, as most servers in use: what counts on the order of bytes fails here.
    '--locale-provider=icu',
    '--icu-locale=en-US',
    '--no-sync',
  ]);
  await until(child, 'initdb', (_, code) => code === 0);
}

async function serve(binaries: Binaries, place: Place & { readonly port: number }): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '300',
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    autovacuum: 'off',
  };
  const child = start(binaries.postgres, place.account, [
    '-D',
    place.data,
    '-p',
    String(place.port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  await until(child, 'postgres', (said) => said.includes('ready to accept connections'));
  return child;
}

function start(binary: string, account: Account | undefined, args: readonly string[]): ChildProcess {
  return spawn(binary, args, {
    ...account,
    // Its words are read here, so they must not be translated.
    env: { ...process.env, LC_ALL: 'C' },
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Resolves once `enough` holds of what it said or of its exit code; rejects with what it said when it ends before. */
function until(
  child: ChildProcess,
  name: string,
  enough: (said: string, code: number | null) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (enough(said, null)) {
        resolve();
      }
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => {
      if (enough(said, code)) {
        resolve();
      } else {
        reject(new Error(`${name} ended with ${code}. It said:\n${said}`));
      }
    });
  });
}

/** Ends the server at the end of the run, and also where the run is cut short. */
function stopper(server: ChildProcess, folder: string): () => Promise<void> {
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const abandon = () => {
    // At once and without a checkpoint: nobody reads its files again.
    server.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  process.once('exit', abandon);
  return async () => {
    server.kill('SIGQUIT');
    await ended;
    process.off('exit', abandon);
    rmSync(folder, { recursive: true, force: true });
  };
}

function own(path: string, account: Account | undefined): void {
  if (account !== undefined) {
    chownSync(path, account.uid, account.gid);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
