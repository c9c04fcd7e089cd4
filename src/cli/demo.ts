import { explainFault } from './explain-fault.ts';
import type { Print } from './print.ts';

/** An incident that was lived through. */
export interface Lived {
  /** How much there was to it, in a few words. */
  readonly summary: string;
  /** The channel, to be read. */
  readonly transcript: readonly string[];
  /** The drafts that were written. */
  readonly paths: readonly string[];
}

/** Incidents to live through once more. */
export interface Stage {
  readonly incidents: readonly string[];
  liveThrough(incident: string, onProgress: (share: number) => void): Promise<Lived>;
}

export interface DemoOptions {
  /** As typed; all where nothing is. */
  readonly names: readonly string[];
  readonly print: Print;
  /** Shows how far it is in a line that the next one takes the place of. */
  readonly showProgress: (line: string) => void;
  readonly openStage: () => Promise<Stage>;
  readonly stopRequested: AbortSignal;
}

/** Plays incidents with the real bot, and shows what came of them. Resolves to the exit code. */
export async function demo(options: DemoOptions): Promise<number> {
  const { print, stopRequested } = options;
  try {
    const stage = await options.openStage();
    const unknown = options.names.find((name) => find(stage, name) === undefined);
    if (unknown !== undefined) {
      print.problems([`There is no incident ${unknown}. There are ${stage.incidents.join(', ')}.`]);
      return 2;
    }
    const chosen = stage.incidents.filter(
      (incident) => options.names.length === 0 || options.names.some((name) => find(stage, name) === incident),
    );
    showLived(print, await liveThroughAll(options, stage, chosen));
    return 0;
  } catch (error) {
    if (stopRequested.aborted) {
      return 130;
    }
    print.problems([explainFault(error)]);
    return 1;
  }
}

function showLived(print: Print, lived: readonly Lived[]): void {
  const transcript = lived.at(-1)?.transcript ?? [];
  const paths = lived.flatMap((one) => one.paths).map((path) => `  ${path}`);
  for (const line of ['', ...transcript, '', 'The postmortem drafts:', ...paths]) {
    print.line(line);
  }
}

/** By its whole name, or by how it begins. */
function find({ incidents }: Stage, name: string): string | undefined {
  return incidents.find((incident) => incident.startsWith(name));
}

async function liveThroughAll(
  { print, showProgress }: DemoOptions,
  stage: Stage,
  chosen: readonly string[],
): Promise<readonly Lived[]> {
  const widest = Math.max(...chosen.map(({ length }) => length));
  print.line('The real bot lives through these incidents, in a Slack workspace inside this process:');
  print.line('');
  const lived: Lived[] = [];
  for (const incident of chosen) {
    const label = `  ${incident.padEnd(widest)}  `;
    const one = await stage.liveThrough(incident, (share) => showProgress(`${label}${Math.floor(share * 100)} %`));
    showProgress('');
    print.line(`${label}${one.summary}`);
    lived.push(one);
  }
  return lived;
}
