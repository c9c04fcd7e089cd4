import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exportIncident } from '../../src/cli/export.ts';
import { readExport } from '../../src/cli/read-export.ts';
import { readDatabase } from '../../src/database/read-database.ts';
import { createSystem } from '../../src/system/create-system.ts';
import { postmortemFiles } from '../../src/web/postmortem-files.ts';
import { closed } from '../support/close.ts';
import { declare } from '../support/declare.ts';
import { engines, sqlite } from '../support/engines.ts';
import { memoryPrint } from '../support/memory-print.ts';
import { openRoom, type Room } from '../support/open-room.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** In this process, with nothing in its environment but where the database is. */
async function exported(databaseUrl: string, ...typed: readonly string[]) {
  const asked = readExport(typed);
  if (!asked.ok) {
    throw new Error(asked.refusal);
  }
  const print = memoryPrint();
  let stdout = '';
  const status = await exportIncident({
    ...asked.value,
    env: { DATABASE_URL: databaseUrl },
    print,
    clock: createSystem().clock,
    postmortemFiles,
    readDatabase,
    writeOutput: async (_, content) => {
      stdout = content;
    },
  });
  return { status, stdout, stderr: print.complaints.join('\n') };
}

/** Runs the executable as an operator would. */
async function ran(databaseUrl: string, ...typed: readonly string[]) {
  const cwd = temporaryFolder();
  const command = ['--import', tsx, resolve('src/main.ts'), 'export', ...typed];
  const child = spawn(process.execPath, command, { cwd, env: { DATABASE_URL: databaseUrl } });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status, stdout, stderr: stderr.trim() };
}

async function closedPrivately(room: Room) {
  const ana = room.workspace.person('ana');
  await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
  await room.settle();
  return closed(room, {}, room.workspace.channel('inc-1-leak'));
}

describe.each(engines)('faultline export on $name', (engine) => {
  it('writes the same files that the channel got, while the bot runs and after it stopped', async () => {
    const room = await openRoom({ engine });
    const channel = await closed(room, { summary: 'The pool ran dry' });
    const [markdown, page] = channel.files().map(({ content }) => content?.toString() ?? '');

    const running = await exported(room.config.databaseUrl, 'INC-1');
    await room.bot.stop();
    const stopped = await exported(room.config.databaseUrl, 'inc-1', '--format', 'html');

    expect(running).toMatchObject({ status: 0, stderr: '' });
    expect(running.stdout).toBe(markdown);
    expect(stopped).toEqual({ status: 0, stdout: page, stderr: '' });
  });
});

describe('faultline export', () => {
  it('lets only its owner read what is private, also where the file was there before', async () => {
    const room = await openRoom({ engine: sqlite });
    await closedPrivately(room);
    const file = join(temporaryFolder(), 'leak.md');
    writeFileSync(file, 'before');
    chmodSync(file, 0o644);

    const written = await ran(room.config.databaseUrl, '1', '-o', file);
    const printed = await exported(room.config.databaseUrl, '1');

    expect(written).toMatchObject({
      status: 0,
      stderr: `INC-1 is private: only you may read ${file}. Mind where you put it.`,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toBe(printed.stdout);
    expect(printed).toMatchObject({ status: 0, stderr: 'INC-1 is private: mind where you put it.' });
  });

  it('says why there is nothing to write', async () => {
    const room = await openRoom({ engine: sqlite });
    await declare(room);
    const other = await declare(room, 'False alarm');
    await room.workspace.person('ana').types('/incident cancel a test', other);
    await room.settle();
    const url = room.config.databaseUrl;

    expect(await exported(url, 'INC-1')).toMatchObject({
      status: 1,
      stderr: 'INC-1 is investigating: its postmortem is written when it is closed.',
    });
    expect((await exported(url, 'INC-2')).stderr).toBe('INC-2 was canceled: a false alarm gets no postmortem.');
    expect((await exported(url, 'INC-9')).stderr).toMatch(/^There is no INC-9 in this database/u);
    expect((await exported(`${url}-none`, 'INC-1')).stderr).toMatch(/^The database file cannot be used/u);
  });
});
