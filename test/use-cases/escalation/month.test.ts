import { describe, expect, it } from 'vitest';
import { engines, sqlite } from '../../support/engines.ts';
import { checkMonth } from '../../support/escalation-month/check-month.ts';
import { expectGoodMonth } from '../../support/escalation-month/expect-good-month.ts';
import { playMonth } from '../../support/escalation-month/play-month.ts';

describe('a month of escalations', () => {
  it('answers, passes on or reports each, and does nothing twice', { timeout: 3_600_000 }, () =>
    expectGoodMonth('spring'),
  );

  it.each(engines)('does so on $name, in little', { timeout: 300_000 }, async (engine) => {
    const { wrong, summary } = await checkMonth(await playMonth(await engine.open(), 'little', 25), 'little');

    expect(wrong.slice(0, 1)).toEqual([]);
    // Whoever asked as the process died asks again, and may have been heard the first time.
    expect(summary.escalations).toBeGreaterThanOrEqual(25);
  });

  it('is the same month for the same seed', { timeout: 300_000 }, async () => {
    const play = async () => checkMonth(await playMonth(await sqlite.open(), 'same', 15), 'same');
    const [one, other] = [await play(), await play()];

    expect(one.summary).toEqual(other.summary);
  });
});
