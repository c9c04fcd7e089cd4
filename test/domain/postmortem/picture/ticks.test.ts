import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticksOf } from '../../../../src/domain/postmortem/picture/ticks.ts';
import { addMilliseconds, formatInZone, instant, MINUTE, timeZone, UTC } from '../../../../src/domain/time.ts';
import { at } from '../../../support/record-builder.ts';

const berlin = timeZone('Europe/Berlin');

function labels(from: string, to: string, zone = UTC): readonly string[] {
  const range = { from: instant(new Date(from)), to: instant(new Date(to)) };
  return ticksOf(range, zone).map((tick) =>
    formatInZone(tick.at, zone, [tick.hasDay ? 'd MMM' : '', tick.hasTime ? 'HH:mm' : ''].join(' ').trim()),
  );
}

describe('ticksOf', () => {
  it.each([
    ['2024-06-09T15:20:00Z', '2024-06-09T15:31:00Z', ['9 Jun 15:20', '15:22', '15:24', '15:26', '15:28', '15:30']],
    ['2024-06-09T15:20:00Z', '2024-06-09T17:20:00Z', ['9 Jun 15:30', '16:00', '16:30', '17:00']],
    ['2024-06-09T15:20:00Z', '2024-06-10T10:00:00Z', ['9 Jun 18:00', '10 Jun 00:00', '06:00']],
    ['2024-06-09T15:20:00Z', '2024-06-30T10:00:00Z', ['13 Jun', '17 Jun', '21 Jun', '25 Jun', '29 Jun']],
  ])('parts %s to %s at round times', (from, to, expected) => {
    expect(labels(from, to)).toEqual(expected);
  });

  it('stays at round times of the clock on the wall where that is set forward', () => {
    expect(labels('2024-03-30T20:00:00Z', '2024-03-31T10:00:00Z', berlin)).toEqual([
      '30 Mar 21:00',
      '31 Mar 00:00',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
    ]);
    expect(labels('2024-03-31T00:00:00Z', '2024-03-31T02:00:00Z', berlin)).toEqual([
      '31 Mar 01:00',
      '01:30',
      '03:00',
      '03:30',
      '04:00',
    ]);
  });

  it('has one tick for a time that comes twice where the clock is set back', () => {
    expect(labels('2024-10-26T23:00:00Z', '2024-10-27T03:00:00Z', berlin)).toEqual([
      '27 Oct 01:00',
      '02:00',
      '03:00',
      '04:00',
    ]);
  });

  it('never has more than fit beside each other, in order and within', () => {
    const zones = fc.constantFrom(UTC, berlin, timeZone('Asia/Kathmandu'), timeZone('America/St_Johns'));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600_000 }),
        fc.integer({ min: 10, max: 600_000 }),
        zones,
        (start, minutes, zone) => {
          const from = addMilliseconds(at('00:00'), start * MINUTE);
          const ticks = ticksOf({ from, to: addMilliseconds(from, minutes * MINUTE) }, zone);
          const places = ticks.map(({ x }) => x);

          expect(ticks.length).toBeLessThanOrEqual(7);
          expect(ticks.length).toBeGreaterThan(0);
          expect(places.every((x) => x >= 0 && x <= 1)).toBe(true);
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        },
      ),
      { numRuns: 200 },
    );
  });
});
