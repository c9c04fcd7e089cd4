import { describe, expect, it } from 'vitest';
import { toMilliseconds } from '../../src/domain/time.ts';
import { createSystem } from '../../src/system/create-system.ts';

describe('createSystem', () => {
  it('tells the time of this machine, in UTC with milliseconds', () => {
    const before = Date.now();
    const now = createSystem().clock.now();
    const after = Date.now();

    expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
    expect(toMilliseconds(now)).toBeGreaterThanOrEqual(before);
    expect(toMilliseconds(now)).toBeLessThanOrEqual(after);
  });

  it('makes ULIDs, each greater than the one before', () => {
    const { ids } = createSystem();

    const made = Array.from({ length: 1_000 }, () => ids.next());

    expect(made[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/u);
    expect(made).toEqual([...new Set(made)].sort());
  });

  it('calls when the time is up, unless cancelled', async () => {
    const { timers } = createSystem();
    const called: string[] = [];

    timers.after(0, () => called.push('cancelled'))();
    await new Promise<void>((resolve) => {
      timers.after(1, resolve);
    });

    expect(called).toEqual([]);
  });

  it('keeps no process alive', () => {
    const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

    const cancel = createSystem().timers.after(60_000, () => {});
    const after = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    cancel();

    expect(after).toBe(before);
  });

  it('gives chances from 0 up to 1', () => {
    const { random } = createSystem();

    const chances = Array.from({ length: 100 }, random);

    expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...chances)).toBeLessThan(1);
    expect(new Set(chances).size).toBeGreaterThan(1);
  });
});
