import { describe, expect, it } from 'vitest';
import { addMilliseconds, type Instant } from '../../src/domain/time.ts';
import { untilNextLook } from '../../src/work/until-next-look.ts';

const lookedAt = '2024-05-07T14:00:00.000Z' as Instant;

function wait(times: { readonly nextIn: number | undefined; readonly passed?: number }): number {
  const nextAt = times.nextIn === undefined ? undefined : addMilliseconds(lookedAt, times.nextIn);
  return untilNextLook({ nextAt, lookedAt, now: addMilliseconds(lookedAt, times.passed ?? 0) });
}

describe('untilNextLook', () => {
  it.each([
    ['until the next work is due', { nextIn: 300 }, 300],
    ['less by what has passed since', { nextIn: 300, passed: 100 }, 200],
    ['not at all where work became due meanwhile', { nextIn: 300, passed: 300 }, 0],
    ['not at all where it is overdue since', { nextIn: 300, passed: 3_600_000 }, 0],
    ['at most a second', { nextIn: 60_000 }, 1_000],
    ['a second where nothing is to come', { nextIn: undefined }, 1_000],
    ['a second where what was due could not be claimed', { nextIn: 0, passed: 5 }, 1_000],
  ])('waits %s', (_, times, milliseconds) => {
    expect(wait(times)).toBe(milliseconds);
  });
});
