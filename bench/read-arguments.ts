import { parseArgs } from 'node:util';

export interface Plan {
  /** How long each measurement lasts, about. */
  readonly seconds: number;
  readonly rounds: number;
}

export function readArguments(given: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...given],
    options: { seconds: { type: 'string', default: '5' }, rounds: { type: 'string', default: '3' } },
  });
  const plan = { seconds: Number(values.seconds), rounds: Number(values.rounds) };
  if (!(plan.seconds > 0 && plan.seconds <= 60 && Number.isInteger(plan.rounds) && plan.rounds > 0)) {
    throw new Error('npm run bench -- [--seconds 1…60] [--rounds 1…]');
  }
  return plan;
}
