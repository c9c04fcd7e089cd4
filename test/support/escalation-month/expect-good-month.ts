import { expect } from 'vitest';
import { sqlite } from '../engines.ts';
import { checkMonth } from './check-month.ts';
import { playMonth } from './play-month.ts';

/** In all; each of two teams has half of them. `npm run test:month` plays 10,000, which take minutes of a machine. */
const ESCALATIONS = Number(process.env.MONTH_ESCALATIONS ?? 200);

/** What must have happened at least among 10,000, so that the month shows anything. */
const AMONG_10_000 = {
  lateSteps: 300,
  passes: 500,
  answers: 1_000,
  answersByWriting: 300,
  answersTooLate: 300,
  askedLater: 300,
  stays: 300,
  steps: 10_000,
  callsToRotas: 1_000,
  callsToCovers: 200,
  callsNearAChangeOfClocks: 60,
  triggers: 300,
  acknowledgements: 300,
  resolutions: 300,
  unreached: 500,
  refused: 100,
  toldUnanswered: 300,
  toldEnded: 300,
  repeatedDeliveries: 100,
  answered: 300,
  unanswered: 300,
  ended: 300,
  starts: 60,
  jumps: 20,
};

/** Plays the month of one team. `MONTH_SEED` plays another one. */
export async function expectGoodMonth(name: string): Promise<void> {
  const seed = process.env.MONTH_SEED ?? name;
  const escalations = ESCALATIONS / 2;
  const { wrong, summary } = await checkMonth(await playMonth(await sqlite.open(), seed, escalations), seed);
  const told = `${seed}: ${JSON.stringify(summary)}`;
  const isLong = ESCALATIONS >= 5_000;
  if (isLong) {
    process.stdout.write(`${told}\n`);
  }

  const faults = wrong.flatMap((story) => story.split('\n').filter((line) => line.includes('✗')));
  expect(faults, `${told}\n${wrong.slice(0, 3).join('\n\n')}`).toEqual([]);
  expect(summary.escalations).toBe(escalations);
  // Of few there may be fewer by chance.
  for (const [what, least] of Object.entries(AMONG_10_000)) {
    expect(summary[what], what).toBeGreaterThanOrEqual(Math.floor((least * escalations) / 10_000 / 3));
  }
}
