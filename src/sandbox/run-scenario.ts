import { addMilliseconds, MINUTE } from '../domain/time.ts';
import type { Channel } from './people/channel.ts';
import { type Outcome, Play } from './perform-act.ts';
import type { Scenario, Step } from './scenario.ts';
import type { Act } from './scenario-acts.ts';
import { type Stage, settle } from './settle.ts';

export interface Run extends Stage {
  /** Called before each step with its number, from 1. */
  readonly onStep?: (number: number) => void;
}

/** The workspace as a scenario finds it: its people, groups and channels. */
export function castOf({ people, groups, channels }: Scenario) {
  return {
    people: people.map(({ name, zone }) => ({ name, realName: name, timeZone: zone })),
    groups,
    channels,
  };
}

/** Plays the steps, each at its instant; resolves to the incident's channel. */
export async function runScenario(scenario: Scenario, run: Run): Promise<Channel> {
  const play = new Play(scenario, run.workspace);
  for (const [index, step] of scenario.steps.entries()) {
    run.onStep?.(index + 1);
    await moveClock(run, step);
    await naming(step, async () => {
      const outcome = await play.perform(step.act);
      await settle(run);
      requireSuccess(step.act, outcome);
    });
  }
  return play.incident;
}

/** What falls due on the way happens before the step, within five minutes of its instant. */
async function moveClock(run: Run, { at }: Step): Promise<void> {
  while (run.clock.now() < at) {
    const next = addMilliseconds(run.clock.now(), 5 * MINUTE);
    run.clock.set(next < at ? next : at);
    await settle(run);
  }
}

async function naming(step: Step, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw new Error(`${step.name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function requireSuccess(act: Act, outcome: () => Outcome): void {
  const { failed, text = '' } = outcome();
  if (failed !== undefined) {
    throw new Error(`it failed: ${failed}`);
  }
  if ('expect' in act && act.expect !== undefined && !text.includes(act.expect)) {
    throw new Error(`“${act.expect}” does not stand in the answer: ${text === '' ? 'there is none' : text}`);
  }
}
