import { expect } from 'vitest';
import type { TestEngine } from '../engines.ts';
import { checkYear } from './check-year.ts';
import { playYear, type YearPlan } from './play-year.ts';

/** Plays a year and has nothing wrong with it. `YEAR_SEED` plays another one. */
export async function expectGoodYear(engine: TestEngine, plan: YearPlan): Promise<Readonly<Record<string, number>>> {
  const seed = process.env.YEAR_SEED ?? plan.seed;
  const { wrong, summary } = await checkYear(await playYear(await engine.open(), { ...plan, seed }));
  const told = `${seed}: ${JSON.stringify(summary)}`;
  if (process.env.YEAR_ITEMS !== undefined) {
    process.stdout.write(`${told}\n`);
  }

  expect(wrong.length, `${told}\n${wrong.slice(0, 20).join('\n')}`).toBe(0);
  return summary;
}
