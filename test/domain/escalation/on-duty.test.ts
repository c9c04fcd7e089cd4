import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cover } from '../../../src/domain/escalation/cover.ts';
import { onDuty } from '../../../src/domain/escalation/on-duty.ts';
import { coverId } from '../../../src/domain/ids.ts';
import { addMilliseconds, HOUR } from '../../../src/domain/time.ts';
import { aCover, ana, aRota, ben, claire, inMay, mahari } from '../../support/rota-builder.ts';

const noon = inMay('07 12:00');

/** Said in this order, all of them for that day. */
function said(...covers: readonly Partial<Cover>[]): readonly Cover[] {
  return covers.map((cover, index) => aCover({ id: coverId(`O${index}`), setAt: inMay(`07 06:0${index}`), ...cover }));
}

describe('onDuty', () => {
  it.each([
    ['before it begins', inMay('07 07:59'), ana],
    ['when it begins', inMay('07 08:00'), mahari],
    ['until it ends', addMilliseconds(inMay('07 20:00'), -1), mahari],
    ['when it ends', inMay('07 20:00'), ana],
  ])('puts somebody in the place of another while the cover holds: %s', (_, at, person) => {
    expect(onDuty(aRota(), [aCover()], at)).toBe(person);
  });

  it.each<[string, readonly Partial<Cover>[], string]>([
    ['nobody covers', [], ana],
    ['somebody else is covered', [{ coversFor: ben }], ana],
    ['whoever is on duty is covered', [{ coversFor: undefined }], mahari],
    ['it is of another rota', [{ rota: 'network' }], ana],
    ['the same person is covered twice', [{ by: ben }, { by: claire }], claire],
    ['whoever covers is covered', [{ by: ben }, { by: claire, coversFor: ben }], claire],
    ['whoever would have covered is covered', [{ by: ben }, { by: claire }, { by: mahari, coversFor: ben }], claire],
    ['whoever covers for anybody is covered', [{ by: ben, coversFor: undefined }, { coversFor: ben }], mahari],
    ['it is taken over from who covers for anybody', [{ by: ben, coversFor: undefined }, { by: claire }], claire],
    ['anybody is covered after somebody is', [{ by: ben }, { by: claire, coversFor: undefined }], claire],
    ['whoever covers is covered twice', [{ by: ben }, { by: claire, coversFor: ben }, { coversFor: ben }], mahari],
    [
      'whoever covers is covered after anybody was',
      [{ by: ben }, { by: claire, coversFor: undefined }, { coversFor: ben }],
      mahari,
    ],
    [
      'somebody who covers in their own turn is covered: only there',
      [{ by: ben }, { by: ana, coversFor: ben }, { coversFor: ana }, { by: claire, coversFor: ben }],
      claire,
    ],
    ['two cover for each other', [{ by: ben }, { by: ana, coversFor: ben }], ana],
  ])('is, where %s', (_, covers, person) => {
    expect(onDuty(aRota(), said(...covers), noon)).toBe(person);
  });

  it('covers a person in their own turns only', () => {
    const forBen = aCover({ coversFor: ben, from: inMay('06 07:00'), until: inMay('27 07:00') });
    const onTuesdays = ['07', '14', '21'].map((day) => onDuty(aRota(), [forBen], inMay(`${day} 12:00`)));
    expect(onTuesdays).toEqual([ana, mahari, claire]);
  });

  it('is always one of those whom the covers name, and the last where that covers whoever is on duty', () => {
    const people = fc.constantFrom(ana, ben, claire, mahari);
    const covers = fc.array(
      fc.record({
        by: people,
        coversFor: fc.option(people, { nil: undefined }),
        from: fc.integer({ min: 0, max: 400 }).map((hours) => addMilliseconds(inMay('01 00:00'), hours * HOUR)),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(covers, fc.integer({ min: 0, max: 500 }), (some, hours) => {
        const all = said(...some.map((cover) => ({ ...cover, until: addMilliseconds(cover.from, 100 * HOUR) })));
        const at = addMilliseconds(inMay('01 00:00'), hours * HOUR);

        const person = onDuty(aRota(), all, at);

        expect([ana, ben, claire, ...all.map(({ by }) => by)]).toContain(person);
        const last = aCover({ id: coverId('Z'), coversFor: undefined, from: at, setAt: inMay('31 00:00') });
        expect(onDuty(aRota(), [...all, { ...last, until: addMilliseconds(at, 1) }], at)).toBe(mahari);
      }),
    );
  });
});
