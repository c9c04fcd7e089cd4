import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Stage } from './cli/demo.ts';
import { duration, millisecondsBetween } from './domain/time.ts';
import { type Played, playScenario } from './play-scenario.ts';
import type { Channel } from './sandbox/people/channel.ts';
import { loadScenario, type Scenario } from './sandbox/scenario.ts';
import { transcript } from './sandbox/transcript/transcript.ts';
import { createSystem } from './system/create-system.ts';

// From `src` and from `dist` alike.
const SCENARIOS = fileURLToPath(new URL('./sandbox/scenarios', import.meta.url));

export interface StageOptions {
  /** Where the drafts go. */
  readonly folder: string;
  readonly columns: number;
  readonly colours: boolean;
  readonly stopRequested: AbortSignal;
}

export function openStage(options: StageOptions): Stage {
  return {
    incidents: scenarioNames(),
    async liveThrough(incident, onProgress) {
      const { clock } = createSystem();
      const begun = clock.now();
      const scenario = readScenarioNamed(incident);
      const played = await playScenario(scenario, { onProgress, stopRequested: options.stopRequested });
      const paths = writeDrafts(played.channel, { folder: options.folder, name: incident });
      const seconds = (millisecondsBetween(begun, clock.now()) / 1_000).toFixed(1);
      return {
        summary: `${describe(scenario, played)}, in ${seconds} s`,
        transcript: transcript({ ...played, ...options, people: peopleOf(scenario), zone: scenario.zone }),
        paths,
      };
    },
  };
}

export function scenarioNames(): readonly string[] {
  return readdirSync(SCENARIOS)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

export function readScenarioNamed(name: string): Scenario {
  return loadScenario(join(SCENARIOS, `${name}.yaml`));
}

/** The files as the bot has uploaded them; the last where it did so more than once. */
function writeDrafts(channel: Channel, to: { readonly folder: string; readonly name: string }): readonly string[] {
  mkdirSync(to.folder, { recursive: true });
  const uploaded = new Map(channel.files().map(({ name, content }) => [extname(name), content ?? Buffer.alloc(0)]));
  return [...uploaded].map(([extension, content]) => {
    const path = join(to.folder, `${to.name}${extension}`);
    writeFileSync(path, content);
    return path;
  });
}

function describe(scenario: Scenario, { workspace }: Played): string {
  const { deliveries, calls } = workspace.record;
  const lasted = duration(millisecondsBetween(scenario.startsAt, scenario.endsAt));
  return `${lasted}, ${deliveries.length} requests to the bot and ${calls.length} calls from it`;
}

function peopleOf({ people }: Scenario): readonly string[] {
  return people.map(({ name }) => name);
}
