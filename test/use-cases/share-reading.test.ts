import { expect, it } from 'vitest';
import { addMilliseconds, type Instant } from '../../src/domain/time.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { shareReading } from '../../src/use-cases/share-reading.ts';

const BEGIN = '2024-05-07T14:00:00.000Z' as Instant;

function countReadings(isDown: () => boolean = () => false) {
  const clock = new ManualClock(BEGIN);
  let readings = 0;
  const read = shareReading(
    async () => {
      readings++;
      if (isDown()) {
        throw new Error('down');
      }
      return readings;
    },
    clock,
    1_000,
  );
  return { clock, read };
}

it('reads once for all who ask within its life, and then again', async () => {
  const { clock, read } = countReadings();
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  clock.advance(999);
  expect(await read()).toBe(1);
  clock.advance(1);
  expect(await read()).toBe(2);
});

it('reads once again for all who know of a change since it was begun', async () => {
  const { clock, read } = countReadings();
  await read();
  expect(await read(addMilliseconds(BEGIN, -1))).toBe(1);
  clock.advance(1);
  expect(await Promise.all([read(BEGIN), read(BEGIN), read()])).toEqual([2, 2, 2]);
});

it('tells of a failure whoever waited for it, and nobody later', async () => {
  let isDown = true;
  const { read } = countReadings(() => isDown);
  const told = [read(), read()];
  await Promise.all(told.map((each) => expect(each).rejects.toThrow('down')));
  isDown = false;
  expect(await read()).toBe(2);
});
