import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timelineEventId } from '../../../src/domain/ids.ts';
import { instant } from '../../../src/domain/time.ts';
import { inOrder, type TimelineEvent } from '../../../src/domain/timeline/timeline-event.ts';
import { anEventAt } from '../../support/record-builder.ts';

/** Few instants, so that many are equal; ids in the order of recording. */
const someEvents = fc
  .array(fc.integer({ min: 0, max: 5 }))
  .map((times) =>
    times.map((milliseconds, index) =>
      anEventAt('15:20', { id: timelineEventId(String(index).padStart(4, '0')), at: instant(milliseconds) }),
    ),
  );

const shuffled = someEvents.chain((events) =>
  fc.shuffledSubarray(events, { minLength: events.length }).map((mixed) => ({ events, mixed })),
);

describe('inOrder', () => {
  it('goes by when it happened, and by when it was recorded where that is equal', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const ordered = inOrder(events);
        for (const [index, event] of ordered.entries()) {
          const next = ordered[index + 1];
          expect(next === undefined || event.at < next.at || (event.at === next.at && event.id < next.id)).toBe(true);
        }
      }),
    );
  });

  it('loses no event and adds none', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const byId = (list: readonly TimelineEvent[]) => list.map(({ id }) => id).toSorted();
        expect(byId(inOrder(events))).toEqual(byId(events));
      }),
    );
  });

  it('is the same however the events arrive', () => {
    fc.assert(
      fc.property(shuffled, ({ events, mixed }) => {
        expect(inOrder(mixed)).toEqual(inOrder(events));
      }),
    );
  });
});
