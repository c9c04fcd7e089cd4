import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timelineEventId } from '../../../../src/domain/ids.ts';
import { draftPostmortem } from '../../../../src/domain/postmortem/draft-postmortem.ts';
import { pictureTimeline } from '../../../../src/domain/postmortem/picture/picture-timeline.ts';
import type { IncidentRecord } from '../../../../src/domain/postmortem/record.ts';
import { addMilliseconds, MINUTE } from '../../../../src/domain/time.ts';
import { AUTOMATIC_KINDS, SPOKEN_KINDS } from '../../../../src/domain/timeline/timeline-event.ts';
import { aLongRecord } from '../../../support/long-record.ts';
import { aMilestone, anEventAt, aRecord, aRecordedIncident, at } from '../../../support/record-builder.ts';
import { aWholeRecord } from '../../../support/whole-record.ts';

function picture(record: Partial<IncidentRecord>) {
  return pictureTimeline(draftPostmortem(aRecord(record)));
}

describe('pictureTimeline', () => {
  it('draws nothing of an empty timeline, nor of one that tells only who came', () => {
    expect(picture({})).toBeUndefined();
    expect(picture({ events: [anEventAt('15:30', { kind: 'joined' })] })).toBeUndefined();
  });

  it('has a lane for each kind of what happened, in the order of a story, and the milestones in theirs', () => {
    const drawn = pictureTimeline(draftPostmortem(aWholeRecord()));

    expect(drawn?.lanes.map(({ name, marks }) => [name, marks.reduce((sum, { count }) => sum + count, 0)])).toEqual([
      ['detected', 1],
      ['investigation', 1],
      ['misleading-path', 1],
      ['escalation', 4],
      ['decision', 1],
      ['mitigation', 1],
      ['cause-found', 1],
      ['resolution', 2],
      ['communication', 1],
      ['other', 2],
    ]);
    expect(drawn?.milestones.map(({ name }) => name)).toEqual([
      'impact-started',
      'detected',
      'declared',
      'acknowledged',
      'mitigated',
      'resolved',
    ]);
  });

  it('shades from the start of the impact to its end, or on to the edge where it is not over', () => {
    const events = [anEventAt('15:20'), anEventAt('17:20')];
    const milestones = [aMilestone('impact-started', at('15:20'))];

    expect(picture({ events, milestones })?.impact).toEqual({ from: 0, to: 1 });
    expect(picture({ events, milestones, incident: aRecordedIncident({ resolvedAt: at('16:20') }) })?.impact).toEqual({
      from: 0,
      to: 60 / 90,
    });
    expect(picture({ events, milestones: [] })?.impact).toBeUndefined();
    expect(picture({ events, milestones, incident: aRecordedIncident({ resolvedAt: at('15:00') }) })?.impact).toBe(
      undefined,
    );
  });

  it('leaves out, and counts, what lies so far off that the rest could not be told apart', () => {
    const events = [
      anEventAt(at('09:00', '2024-06-01')),
      anEventAt('15:20', { kind: 'detected' }),
      anEventAt('16:10', { kind: 'resolution' }),
      anEventAt(at('10:00', '2024-06-10'), { kind: 'communication' }),
      anEventAt(at('10:00', '2024-06-12'), { kind: 'communication' }),
    ];

    const drawn = picture({ events, incident: aRecordedIncident() });

    expect(drawn).toMatchObject({
      from: at('14:55'),
      to: at('16:35'),
      earlier: { count: 1, at: at('09:00', '2024-06-01') },
      later: { count: 2, at: at('10:00', '2024-06-12') },
    });
    expect(drawn?.lanes.map(({ name }) => name)).toEqual(['detected', 'resolution']);
  });

  it('draws several that would lie upon each other as one, which counts them', () => {
    const events = ['15:30', '15:31', '15:32', '17:00'].map((time) => anEventAt(time));

    const [lane] = picture({ events })?.lanes ?? [];

    expect(lane?.marks.map(({ count, from, to }) => [count, from, to])).toEqual([
      [3, at('15:30'), at('15:32')],
      [1, at('17:00'), at('17:00')],
    ]);
  });

  it('has no more marks of thousands of events than fit', () => {
    const drawn = pictureTimeline(draftPostmortem(aLongRecord(5_000)));

    for (const { marks } of drawn?.lanes ?? []) {
      expect(marks.length).toBeLessThanOrEqual(37);
    }
    expect(drawn?.lanes).toHaveLength(11);
  });

  it('draws every event that is not quiet once, within its edges and apart from its neighbours', () => {
    const anyEvents = fc.array(
      fc.record({
        minute: fc.integer({ min: -5_000, max: 5_000 }),
        kind: fc.constantFrom(...SPOKEN_KINDS, ...AUTOMATIC_KINDS),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(anyEvents, fc.boolean(), (typed, isResolved) => {
        const events = typed
          .toSorted((a, b) => a.minute - b.minute)
          .map(({ minute, kind }, index) =>
            anEventAt(addMilliseconds(at('15:30'), minute * MINUTE), { id: timelineEventId(`E${index}`), kind }),
          );
        const drawn = picture({ events, ...(isResolved ? { incident: aRecordedIncident() } : {}) });
        const marks = drawn?.lanes.flatMap((lane) => lane.marks) ?? [];
        const places = [...marks, ...(drawn?.milestones ?? []), ...(drawn?.ticks ?? [])].map(({ x }) => x);

        const quiet = ['joined', 'renamed', 'role-changed', 'action-item-added'];
        const told = marks.reduce((sum, { count }) => sum + count, 0);
        expect(told + (drawn?.earlier?.count ?? 0) + (drawn?.later?.count ?? 0)).toBe(
          typed.filter(({ kind }) => !quiet.includes(kind)).length,
        );
        expect(places.filter((x) => !(x >= 0 && x <= 1))).toEqual([]);
        for (const lane of drawn?.lanes ?? []) {
          for (const [index, { x }] of lane.marks.entries()) {
            expect(x - (lane.marks[index - 1]?.x ?? -1)).toBeGreaterThanOrEqual(1 / 36);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
