import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../src/database/migrate-database.ts';
import { askPostgres } from './ask-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of a file of the current version with nothing in it. */
    readonly sqliteTemplate: string;
    /** The name of such a database on the server. */
    readonly postgresTemplate: string;
  }
}

/** Migrates once for the whole run: thousands of tests start with a database, and copying one takes a tenth of making it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = project.getProvidedContext().postgresUrl;
  const name = `faultline_template_${randomBytes(8).toString('hex')}`;
  await askPostgres(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrateDatabase(url.href);

  const folder = mkdtempSync(join(tmpdir(), 'faultline-template-'));
  const file = join(folder, 'faultline.db');
  await migrateDatabase(`file:${file}`);

  project.provide('postgresTemplate', name);
  project.provide('sqliteTemplate', file);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await askPostgres(server, `drop database ${name}`);
  };
}
