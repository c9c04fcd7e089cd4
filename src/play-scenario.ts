import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compose } from './compose.ts';
import type { Bot } from './composed-bot.ts';
import type { Config } from './config.ts';
import { defaultPolicy } from './policy.ts';
import { ManualClock } from './sandbox/manual-clock.ts';
import type { Channel } from './sandbox/people/channel.ts';
import { castOf, runScenario } from './sandbox/run-scenario.ts';
import type { Scenario } from './sandbox/scenario.ts';
import { startWorkspace, type Workspace } from './sandbox/workspace.ts';
import { createSystem } from './system/create-system.ts';
import type { Log } from './use-cases/ports.ts';

// From `src` and from `dist` alike.
const MANIFEST = fileURLToPath(new URL('../manifest.yml', import.meta.url));

const silent = () => undefined;
const SILENT_LOG: Log = { debug: silent, info: silent, warn: silent, error: silent };

/** A scenario that was played, and the place where it was. */
export interface Played {
  readonly workspace: Workspace;
  readonly channel: Channel;
}

export interface PlayOptions {
  readonly stopRequested?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

interface Backdrop {
  readonly workspace: Workspace;
  readonly clock: ManualClock;
  /** For the database. */
  readonly folder: string;
}

/** Plays it in a workspace of its own, with the bot that serves in production beside it. */
export async function playScenario(scenario: Scenario, options: PlayOptions = {}): Promise<Played> {
  const clock = new ManualClock(scenario.startsAt);
  const folder = mkdtempSync(join(tmpdir(), 'faultline-demo-'));
  const workspace = await startWorkspace({ clock, manifestFile: MANIFEST, ...castOf(scenario) });
  try {
    const bot = await startBot({ workspace, clock, folder });
    try {
      const onStep = (number: number) => {
        options.stopRequested?.throwIfAborted();
        options.onProgress?.(number / scenario.steps.length);
      };
      return { workspace, channel: await runScenario(scenario, { workspace, clock, bot, onStep }) };
    } finally {
      await bot.stop();
    }
  } finally {
    await workspace.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startBot({ workspace, clock, folder }: Backdrop): Promise<Bot> {
  const bot = await compose({
    config: demoConfig(workspace, folder),
    policy: defaultPolicy,
    system: { ...createSystem(), clock, timers: clock },
    log: SILENT_LOG,
  });
  await bot.start();
  workspace.deliverTo(`${bot.address}/slack/events`);
  return bot;
}

function demoConfig(workspace: Workspace, folder: string): Config {
  return {
    slack: {
      botToken: workspace.botToken,
      apiUrl: workspace.apiUrl,
      mode: { kind: 'http', signingSecret: workspace.signingSecret },
    },
    databaseUrl: `file:${join(folder, 'faultline.db')}`,
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    policyFile: undefined,
    hookSecrets: new Map(),
    tracker: { token: undefined, user: undefined, webhookSecret: undefined },
    gitEnvironment: {},
    logLevel: 'silent',
  };
}
