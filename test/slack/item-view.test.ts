import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupId, incidentId, personId } from '../../src/domain/ids.ts';
import { type ItemView, readItemView, writeItemView } from '../../src/slack/messages/item-view.ts';
import { ITEM_SHOWS } from '../../src/use-cases/item-list-store.ts';

const views: fc.Arbitrary<ItemView> = fc.record({
  page: fc.nat(),
  show: fc.constantFrom(...ITEM_SHOWS),
  whose: fc.constantFrom(
    undefined,
    { kind: 'mine' } as const,
    { kind: 'person', id: personId('U0ANA') } as const,
    { kind: 'group', id: groupId('S0DBA') } as const,
  ),
  incidentId: fc.constantFrom(undefined, incidentId('01HZZZ0000000000000000INC1')),
});

describe('readItemView', () => {
  it('reads what was written, which an option of a menu has room for', () => {
    fc.assert(
      fc.property(views, (view) => {
        const written = writeItemView(view);

        expect(readItemView(written)).toEqual(view);
        expect(written.length).toBeLessThanOrEqual(150);
      }),
    );
  });

  it.each(['', '-1 open - -', '0 none - -', '0 open somebody:U1 -', '0 open'])('takes nothing else: “%s”', (value) => {
    expect(() => readItemView(value)).toThrow();
  });
});
