import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutiesBetween, dutyAt } from '../../../src/domain/escalation/duty.ts';
import { onDuty } from '../../../src/domain/escalation/on-duty.ts';
import { replacedBy } from '../../../src/domain/escalation/replaced-by.ts';
import { coverId } from '../../../src/domain/ids.ts';
import { addMilliseconds, HOUR, type Instant } from '../../../src/domain/time.ts';
import { aCover, ana, aRota, ben, claire, inMay, mahari } from '../../support/rota-builder.ts';

const forAnybody = aCover({ id: coverId('O2'), coversFor: undefined });

describe('dutyAt', () => {
  it.each([
    ['the rota alone', [], '07 12:00', ana, ben, '13 07:00'],
    ['a cover to come', [aCover()], '07 07:00', ana, mahari, '07 08:00'],
    ['a cover that holds', [aCover()], '07 12:00', mahari, ana, '07 20:00'],
    ['a cover that changes nothing', [aCover({ coversFor: claire })], '07 07:00', ana, ben, '13 07:00'],
    ['a cover over the hand-over', [aCover({ until: inMay('14 20:00') })], '12 12:00', mahari, ben, '13 07:00'],
    [
      'a cover by the next one, which goes over into their turn',
      [aCover({ by: ben, until: inMay('13 07:00') })],
      '12 12:00',
      ben,
      claire,
      '20 07:00',
    ],
  ])('says who is next and when: %s', (_, covers, at, person, next, from) => {
    expect(dutyAt(aRota(), covers, inMay(at))).toEqual({ person, next: { person: next, from: inMay(from) } });
  });

  it('knows no next one where nobody else is on duty for a year', () => {
    expect(dutyAt(aRota({ members: [ana] }), [], inMay('07 12:00'))).toEqual({ person: ana, next: undefined });
    const forGood = { ...forAnybody, until: '2999-01-01T00:00:00.000Z' as Instant };
    expect(dutyAt(aRota(), [forGood], inMay('07 12:00'))).toEqual({ person: mahari, next: undefined });
  });

  it.each([
    ['a year ahead', '2025-05-08T11:59:00.000Z', '2025-05-08T11:59:00.000Z'],
    ['and no further', '2025-05-08T12:00:00.000Z', undefined],
  ])('looks %s', (_, until, from) => {
    const covers = [{ ...forAnybody, until: until as Instant }];
    expect(dutyAt(aRota(), covers, inMay('07 12:00')).next?.from).toBe(from);
  });
});

describe('dutiesBetween', () => {
  it('tells a year of it at most', () => {
    const from = inMay('07 12:00');
    const until = '2999-01-01T00:00:00.000Z' as Instant;
    expect(dutiesBetween(aRota({ members: [ana] }), [], { from, until })).toEqual([
      { person: ana, from, until: '2025-05-08T12:00:00.000Z' },
    ]);
  });

  it('tells who is on duty when, without gaps', () => {
    const covered = [aCover({ from: inMay('12 08:00'), until: inMay('14 20:00') })];
    expect(dutiesBetween(aRota(), covered, { from: inMay('12 00:00'), until: inMay('21 00:00') })).toEqual([
      { person: ana, from: inMay('12 00:00'), until: inMay('12 08:00') },
      { person: mahari, from: inMay('12 08:00'), until: inMay('13 07:00') },
      { person: ben, from: inMay('13 07:00'), until: inMay('20 07:00') },
      { person: claire, from: inMay('20 07:00'), until: inMay('21 00:00') },
    ]);
  });

  it('agrees with onDuty at every instant', () => {
    const hours = fc.integer({ min: 0, max: 800 });
    fc.assert(
      fc.property(fc.array(fc.tuple(hours, hours), { maxLength: 4 }), hours, (spans, hour) => {
        const start = inMay('01 00:00');
        const covers = spans.map(([from, length], index) =>
          aCover({
            id: coverId(`O${index}`),
            coversFor: index % 2 === 0 ? undefined : ana,
            by: index % 3 === 0 ? mahari : ben,
            from: addMilliseconds(start, from * HOUR),
            until: addMilliseconds(start, (from + length) * HOUR),
          }),
        );
        const at = addMilliseconds(start, hour * HOUR);
        const duties = dutiesBetween(aRota(), covers, { from: start, until: addMilliseconds(start, 801 * HOUR) });

        const held = duties.filter(({ from, until }) => from <= at && at < until);
        expect(held.map(({ person }) => person)).toEqual([onDuty(aRota(), covers, at)]);
      }),
    );
  });
});

describe('replacedBy', () => {
  it.each([
    ['somebody in their turn', aCover(), [], [ana]],
    ['whoever is on duty, over a hand-over', { ...forAnybody, until: inMay('14 12:00') }, [], [ana, ben]],
    ['nobody: it is not their turn', aCover({ coversFor: ben }), [], []],
    ['nobody: whoever covers is on duty anyway', { ...forAnybody, by: ana }, [], []],
    ['whoever covers until then', { ...forAnybody, by: ben, setAt: inMay('07 07:00') }, [aCover()], [mahari]],
  ])('%s', (_, cover, others, people) => {
    expect(replacedBy(aRota(), [...others, cover], cover)).toEqual(people);
  });

  it('leaves each in its place: nobody where a later one decides anyway', () => {
    const later = { ...forAnybody, by: ben, setAt: inMay('07 07:00') };
    expect(replacedBy(aRota(), [aCover(), later], aCover())).toEqual([]);
  });
});
