import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, makeFolder, ordinaryAccount, own } from './postgres-account.ts';
import { type Binaries, runnableBinaries } from './postgres-binaries.ts';
import { type Child, listen } from './postgres-child.ts';
import { guardAgainstAbruptEnd } from './postgres-guard.ts';

export interface PostgresServer {
  readonly url: string;
  /** Ends the server and removes its files. */
  readonly stop: () => Promise<void>;
}

interface Place {
  readonly folder: string;
  readonly data: string;
  readonly account: Account | undefined;
}

const PASSWORD = 'faultline';
const GIGABYTE = 2 ** 30;

/** An empty server in temporary folders, which forgets everything in a crash and so is fast. */
export async function startPostgres(): Promise<PostgresServer> {
  const account = ordinaryAccount();
  const { binaries, copy } = await runnableBinaries(account);
  const folder = makeFolder(roomiestParent(), account);
  const folders = [folder, ...copy];
  const remove = () => {
    for (const path of folders) {
      rmSync(path, { recursive: true, force: true, maxRetries: 10 });
    }
  };
  try {
    const place = { folder, data: join(folder, 'data'), account };
    await initialise(binaries, place);
    const port = await freePort();
    const server = await serve(binaries, place, port);
    const guard = guardAgainstAbruptEnd(server.pid, folders);
    return {
      url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        server.kill();
        await server.ended;
        remove();
        guard.dismiss();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** In memory where there is room: making a database writes a thousand files, which takes a slow disk a while. */
function roomiestParent(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > GIGABYTE ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

async function initialise({ initdb }: Binaries, { folder, data, account }: Place): Promise<void> {
  mkdirSync(data, { mode: 0o700 });
  own(data, account);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  const child = start(initdb, account, [
    `--pgdata=${data}`,
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
  await child.succeeded();
}

async function serve({ postgres }: Binaries, { data, account }: Place, port: number): Promise<Child> {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '300',
    max_wal_size: '128MB',
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    autovacuum: 'off',
    deadlock_timeout: '50ms',
  };
  const child = start(postgres, account, [
    ...['-D', data],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  await child.said('ready to accept connections');
  return child;
}

function start(binary: string, account: Account | undefined, args: readonly string[]): Child {
  return listen(
    binary,
    spawn(binary, args, {
      ...account,
      // Its words are read here, so they must not be translated.
      env: { ...process.env, LC_ALL: 'C' },
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
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
