import { createRequire } from 'node:module';

/** What the checks look at; a test hands in another machine. */
export interface Runtime {
  /** `20.19.0`. */
  readonly nodeVersion: string;
  readonly nodeApiVersion: number;
  /** Throws where better-sqlite3 is not installed. */
  readonly sqliteVersion: () => string;
  /** Throws where its native part is missing or was built for another Node. */
  readonly openSqlite: () => void;
}

/** A line for whoever started Faultline on a Node that cannot run it. */
export function checkNode({ nodeVersion }: Pick<Runtime, 'nodeVersion'> = thisRuntime()): string | undefined {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const isSupported = (major === 20 && minor >= 19) || (major === 22 && minor >= 14) || major >= 24;
  return isSupported
    ? undefined
    : `Faultline needs Node 24 or later, 22.14 or later, or 20.19 or later; this is ${nodeVersion}. Install one from https://nodejs.org.`;
}

/** A line for whoever uses SQLite where its module cannot be loaded. To be called before anything else opens it. */
export function checkSqlite(runtime: Omit<Runtime, 'nodeVersion'> = thisRuntime()): string | undefined {
  try {
    // From 13 on it needs Node-API 10, and where that is missing the process dies without a word.
    if (Number.parseInt(runtime.sqliteVersion(), 10) >= 13 && runtime.nodeApiVersion < 10) {
      return 'better-sqlite3 13 needs Node 22.14 or later: install that, or run `npm install better-sqlite3@12`.';
    }
    runtime.openSqlite();
    return undefined;
  } catch (error) {
    return adviceFor(error);
  }
}

/** Where it finds no binary for this machine, npm builds one. */
const COMPILER =
  'Where npm could not build it, install a compiler first (on Debian `apt-get install python3 make g++`)';

function adviceFor(error: unknown): string {
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  if (reason.includes("Cannot find module 'better-sqlite3")) {
    return `better-sqlite3 is not installed. ${COMPILER}, then run \`npm ci\`. Or set DATABASE_URL to a PostgreSQL database.`;
  }
  return `better-sqlite3 cannot be loaded (${reason}). ${COMPILER}, then run \`npm rebuild better-sqlite3\`.`;
}

function thisRuntime(): Runtime {
  const require = createRequire(import.meta.url);
  return {
    nodeVersion: process.versions.node,
    nodeApiVersion: Number(process.versions.napi),
    sqliteVersion: () => require('better-sqlite3/package.json').version,
    openSqlite: () => new (require('better-sqlite3'))(':memory:').close(),
  };
}
