import { describe, expect, it } from 'vitest';
import { engines, sqlite, type TestEngine } from '../../support/engines.ts';
import { checkMonth } from '../../support/escalation-month/check-month.ts';
import { playMonth } from '../../support/escalation-month/play-month.ts';

const SEED = process.env.MONTH_SEED ?? 'spring';
/** The full month has 10,000, which take minutes of a machine: `MONTH_ESCALATIONS=10000`. */
const ESCALATIONS = Number(process.env.MONTH_ESCALATIONS ?? 400);

const FULL_MONTH = {
  lateSteps: 300,
  passes: 500,
  answers: 1_000,
  answersByWriting: 300,
  answersTooLate: 300,
  askedLater: 300,
  stays: 300,
  steps: 10_000,
  triggers: 300,
  acknowledgements: 300,
  resolutions: 300,
  unreached: 500,
  refused: 100,
  toldUnanswered: 300,
  toldEnded: 300,
  repeatedDeliveries: 100,
  starts: 60,
};

async function play(engine: TestEngine, escalations: number) {
  const month = await playMonth(await engine.open(), SEED, escalations);
  return checkMonth(month, SEED);
}

describe('a month of escalations', () => {
  it('answers, passes on or reports each, and does nothing twice', { timeout: 3_600_000 }, async () => {
    const { wrong, summary } = await play(sqlite, ESCALATIONS);

    expect(wrong.length, `${JSON.stringify(summary)}\n${wrong.slice(0, 3).join('\n\n')}`).toBe(0);
    expect(summary.escalations).toBe(ESCALATIONS);
    for (const [what, least] of Object.entries(FULL_MONTH)) {
      expect(summary[what], what).toBeGreaterThan((least * ESCALATIONS) / 10_000 / 3);
    }
  });

  it.each(engines)('does so on $name, in little', { timeout: 300_000 }, async (engine) => {
    const { wrong, summary } = await play(engine, 25);

    expect(wrong.slice(0, 1)).toEqual([]);
    expect(summary.escalations).toBe(25);
  });

  it('is the same month for the same seed', { timeout: 300_000 }, async () => {
    const [one, other] = [await play(sqlite, 25), await play(sqlite, 25)];

    expect(one.summary).toEqual(other.summary);
  });
});
