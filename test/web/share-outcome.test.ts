import { expect, it } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { shareOutcome } from '../../src/web/share-outcome.ts';

it('asks once for all who want to know within half a minute, and then again', async () => {
  const clock = new ManualClock('2024-05-07T14:00:00.000Z' as Instant);
  let asked = 0;
  const check = shareOutcome(async () => {
    asked++;
    throw new Error('down');
  }, clock);

  await expect(Promise.all([check(), check()])).rejects.toThrow('down');
  clock.advance(29_999);
  await expect(check()).rejects.toThrow('down');
  expect(asked).toBe(1);
  clock.advance(1);
  await expect(check()).rejects.toThrow('down');
  expect(asked).toBe(2);
});
