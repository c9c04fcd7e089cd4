import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Plan {
  /** How long each measurement lasts, about. */
  readonly seconds: number;
  readonly rounds: number;
  /** Where profiles of the contenders' CPU time are kept; they slow all of them down. */
  readonly profileFolder: string | undefined;
}

export function readArguments(given: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...given],
    options: {
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '3' },
      profile: { type: 'string' },
    },
  });
  const profileFolder = values.profile === undefined ? undefined : resolve(values.profile);
  const plan = { seconds: Number(values.seconds), rounds: Number(values.rounds), profileFolder };
  if (!(plan.seconds > 0 && plan.seconds <= 60 && Number.isInteger(plan.rounds) && plan.rounds > 0)) {
    throw new Error('npm run bench -- [--seconds 1…60] [--rounds 1…] [--profile folder]');
  }
  return plan;
}
