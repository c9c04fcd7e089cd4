#!/usr/bin/env node
// What a verb needs is imported late: the checks come before anything that a wrong Node or a missing module breaks.
import { closeSync, existsSync, fchmodSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import type { ExportArguments } from './cli/export.ts';
import type { LintFormat } from './cli/lint/lint-format.ts';
import type { Print } from './cli/print.ts';
import type { RunningBot } from './cli/serve.ts';
import type { Config } from './config.ts';
import type { Policy } from './domain/policy.ts';
import { checkNode, checkSqlite } from './system/check-runtime.ts';
import { redact } from './system/redact.ts';
import type { Log } from './use-cases/ports.ts';

const print: Print = {
  line: (text) => console.log(redact(text)),
  problems: (lines) => {
    for (const line of lines) {
      console.error(redact(line));
    }
  },
};

process.exitCode = await main();
if (process.exitCode !== 0) {
  // A start that failed half-way may have left something open that keeps the process alive.
  process.exit();
}

async function main(): Promise<number> {
  const problem = checkNode();
  if (problem !== undefined) {
    print.problems([problem]);
    return 1;
  }
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }

  const { readArguments } = await import('./cli/read-arguments.ts');
  const verb = readArguments(process.argv.slice(2));
  if (!verb.ok) {
    print.problems([verb.refusal]);
    return 2;
  }
  const { env } = process;
  switch (verb.value.kind) {
    case 'serve':
      return runServe();
    case 'migrate':
      return runMigrate();
    case 'receive':
      return runReceive(verb.value.file);
    case 'export':
      return runExport(verb.value);
    case 'demo':
      return runDemo(verb.value.names);
    case 'lint':
      return runLint(verb.value.files, verb.value.format);
    case 'policy-check':
      return (await import('./cli/policy-check.ts')).policyCheck({ file: verb.value.file, env, print });
    case 'help':
      (await import('./cli/help.ts')).help().forEach(print.line);
      return 0;
    case 'version':
      print.line(version());
      return 0;
  }
}

async function runServe(): Promise<number> {
  const { serve } = await import('./cli/serve.ts');
  const { createLogger } = await import('./system/logger.ts');
  const createLog = (level: string) => createLogger({ level });
  return serve({ env: process.env, print, createLog, startBot, stopRequested: stopRequested() });
}

async function startBot(config: Config, policy: Policy, log: Log): Promise<RunningBot> {
  requireSqlite(config.databaseUrl);
  const { compose } = await import('./compose.ts');
  const { createSystem } = await import('./system/create-system.ts');
  const bot = await compose({ config, policy, system: createSystem(), log });
  await bot.start();
  const way = config.slack.mode.kind === 'socket' ? 'connected to Slack in Socket Mode' : 'ready for Slack';
  return { describe: `Faultline is ${way}; it listens on ${bot.address ?? 'nothing'}.`, stop: () => bot.stop() };
}

async function runReceive(file: string): Promise<number> {
  const { receive } = await import('./cli/receive.ts');
  const { createLogger } = await import('./system/logger.ts');
  const createLog = (level: string) => createLogger({ level });
  const { text } = await import('node:stream/consumers');
  const openBot = async (config: Config, policy: Policy, log: Log) => {
    requireSqlite(config.databaseUrl);
    return (await import('./open-receiving-bot.ts')).openReceivingBot({ config, policy, log });
  };
  const readInput = async (name: string) => (name === '-' ? text(process.stdin) : readFileSync(name, 'utf8'));
  return receive({ file, env: process.env, print, readInput, createLog, openBot });
}

async function runMigrate(): Promise<number> {
  const { migrate } = await import('./cli/migrate.ts');
  const migrateDatabase = async (databaseUrl: string) => {
    requireSqlite(databaseUrl);
    return (await import('./database/migrate-database.ts')).migrateDatabase(databaseUrl);
  };
  return migrate({ env: process.env, print, migrateDatabase });
}

async function runExport(asked: ExportArguments): Promise<number> {
  const { exportIncident } = await import('./cli/export.ts');
  const { postmortemFiles } = await import('./web/postmortem-files.ts');
  const readDatabase: Parameters<typeof exportIncident>[0]['readDatabase'] = async (url, read) => {
    requireSqlite(url);
    return (await import('./database/read-database.ts')).readDatabase(url, read);
  };
  const { clock } = (await import('./system/create-system.ts')).createSystem();
  return exportIncident({ ...asked, env: process.env, print, clock, postmortemFiles, readDatabase, writeOutput });
}

async function writeOutput(output: string, content: string, isForUsAlone: boolean): Promise<void> {
  if (output === '-') {
    await new Promise<void>((written) => process.stdout.write(content, () => written()));
    return;
  }
  const file = openSync(output, 'w', isForUsAlone ? 0o600 : 0o666);
  try {
    if (isForUsAlone) {
      // It may have been there before.
      fchmodSync(file, 0o600);
    }
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
}

async function runDemo(names: readonly string[]): Promise<number> {
  const { demo } = await import('./cli/demo.ts');
  const { stdout, env } = process;
  const stopping = stopRequested();
  const openStage = async () => {
    requireSqlite('file:');
    const stage = await import('./run-demo.ts');
    const colours = stdout.isTTY && (env.NO_COLOR ?? '') === '';
    return stage.openStage({ folder: 'demo', columns: stdout.columns || 100, colours, stopRequested: stopping });
  };
  const showProgress = (line: string) => {
    if (stdout.isTTY) {
      stdout.write(`\r\u001B[2K${line}`);
    }
  };
  return demo({ names, print, showProgress, openStage, stopRequested: stopping });
}

async function runLint(files: readonly string[], format: LintFormat): Promise<number> {
  const { lint } = await import('./cli/lint.ts');
  const { instant } = await import('./domain/time.ts');
  const { stdin, stdout } = process;
  const code = await lint({ files, format, input: stdin, print, now: instant(Date.now()), version: version() });
  // A pipe may still hold what was printed.
  await new Promise<void>((resolve) => stdout.write('', () => resolve()));
  return code;
}

function requireSqlite(databaseUrl: string): void {
  const problem = databaseUrl.startsWith('file:') ? checkSqlite() : undefined;
  if (problem !== undefined) {
    throw new Error(problem);
  }
}

/** The first signal asks to stop; a second one does not wait. */
function stopRequested(): AbortSignal {
  const asked = new AbortController();
  for (const [name, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.on(name, () => {
      if (asked.signal.aborted) {
        process.exit(128 + number);
      }
      asked.abort();
    });
  }
  return asked.signal;
}

/** From `src` and from `dist` alike. */
function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return String((manifest as { version: unknown }).version);
}
