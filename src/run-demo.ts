import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bot, compose } from './compose.ts';
import type { Config } from './config.ts';
import { defaultPolicy } from './policy.ts';
import { ManualClock } from './sandbox/manual-clock.ts';
import { castOf, runScenario } from './sandbox/run-scenario.ts';
import type { Scenario } from './sandbox/scenario.ts';
import { startWorkspace, type Workspace } from './sandbox/workspace.ts';
import { createSystem } from './system/create-system.ts';
import type { Log, } from './use-cases/ports.ts';
import type { System } from './use-cases/system.ts';
import type { Channel } from './sandbox/people/channel.ts';

/** An incident that people have lived through with the real bot. */
export interface Lived {
  readonly workspace: Workspace;
  readonly channel: Channel;
}

const silent = () => undefined;
const LOG: Log = { debug: silent, info: silent, warn: silent, error: silent };

/** Plays a scenario in a workspace of its own, with the bot that serves in production beside it. */
export async function liveThrough(
  scenario: Scenario,
  options: { readonly manifestFile: string; readonly onStep?: (number: number) => void },
): Promise<Lived> {
  const [first] = scenario.steps;
  if (first === undefined) {
    throw new Error(`${scenario.slug}.yaml: nobody does anything.`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'faultline-demo-'));
  const clock = new ManualClock(first.at);
  const workspace = await startWorkspace({ clock, manifestFile: options.manifestFile, ...castOf(scenario) });
  try {
    const system: System = { ...createSystem(), clock, timers: clock, random: () => 0.5 };
    const bot = await compose({ config: demoConfig(workspace, folder), policy: defaultPolicy, system, log: LOG });
    try {
      await bot.start();
      workspace.deliverTo(`${bot.address}/slack/events`);
      return { workspace, channel: await runScenario(scenario, { workspace, clock, bot, onStep: options.onStep ?? silent }) };
    } finally {
      await bot.stop();
    }
  } finally {
    await workspace.close();
    await rm(folder, { recursive: true, force: true });
  }
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
    logLevel: 'silent',
  };
}
