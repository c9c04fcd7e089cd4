import { describe, expect, it } from 'vitest';
import { backoffMilliseconds } from '../../src/work/backoff.ts';

const nearlyOne = () => 0.999_999_9;

describe('backoffMilliseconds', () => {
  it.each([
    [0, 1_000],
    [1, 2_000],
    [5, 32_000],
    [8, 256_000],
    [9, 300_000],
    [5_000, 300_000],
  ])('waits after %i faults up to %i ms', (faultsBefore, most) => {
    const longest = backoffMilliseconds(faultsBefore, nearlyOne);

    expect(longest).toBe(most - 1);
  });

  it('spreads the wait over its whole length', () => {
    const waits = [0, 0.25, 0.5, 0.75].map((chance) => backoffMilliseconds(2, () => chance));

    expect(waits).toEqual([0, 1_000, 2_000, 3_000]);
  });

  it('waits no longer than it is told', () => {
    expect(backoffMilliseconds(30, nearlyOne, 10_000)).toBe(9_999);
  });
});
