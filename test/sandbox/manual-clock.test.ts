import { expect, it } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';

const START = '2024-05-07T14:00:00.000Z' as Instant;

it('stands still until it is moved', () => {
  const clock = new ManualClock(START);
  expect(clock.now()).toBe(START);

  clock.advance(1_500);
  expect(clock.now()).toBe('2024-05-07T14:00:01.500Z');
});

it('runs the timers on the way in order, each at its instant, those that they set too', () => {
  const clock = new ManualClock(START);
  const ran: string[] = [];
  clock.after(2_000, () => ran.push(`second at ${clock.now()}`));
  clock.after(1_000, () => {
    ran.push(`first at ${clock.now()}`);
    clock.after(500, () => ran.push(`between at ${clock.now()}`));
  });
  clock.after(3_001, () => ran.push('later'));
  clock.advance(3_000);

  expect(ran).toEqual([
    'first at 2024-05-07T14:00:01.000Z',
    'between at 2024-05-07T14:00:01.500Z',
    'second at 2024-05-07T14:00:02.000Z',
  ]);
  expect(clock.nextTimerAt()).toBe('2024-05-07T14:00:03.001Z');
});

it('runs no timer that was cancelled', () => {
  const clock = new ManualClock(START);
  const cancel = clock.after(1_000, () => {
    throw new Error('It ran.');
  });
  cancel();
  clock.advance(1_000);

  expect(clock.nextTimerAt()).toBeUndefined();
});

it('never goes back', () => {
  const clock = new ManualClock(START);

  expect(() => clock.set('2024-05-07T13:59:59.999Z' as Instant)).toThrow('cannot go back');
});
