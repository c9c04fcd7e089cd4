import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which tests may create databases. */
    readonly postgresUrl: string;
  }
}

/** Starts always, because it takes a second: one server for the whole run, unless the environment names another. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { TEST_POSTGRES_URL, DATABASE_URL } = process.env;
  const given = [TEST_POSTGRES_URL, DATABASE_URL].find((url) => url !== undefined && namesServer(url));
  if (given !== undefined) {
    project.provide('postgresUrl', given);
    return undefined;
  }
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return server.stop;
}

/** `postgres://` alone chooses the engine, on the server that we start. */
function namesServer(url: string): boolean {
  return /^postgres(?:ql)?:\/\/./u.test(url);
}
