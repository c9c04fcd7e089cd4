import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  historyOf,
  type MilestoneSources,
  milestonesOf,
  SETTABLE_MILESTONES,
} from '../../../src/domain/timeline/milestone.ts';
import { openMitigations } from '../../../src/domain/timeline/mitigation.ts';
import {
  aMilestone,
  anEscalation,
  anEventAt,
  aRecordedIncident,
  at,
  claire,
  mahari,
  unanswered,
} from '../../support/record-builder.ts';

const alert = anEventAt('15:22', { kind: 'detected' });
const guess = anEventAt('15:18');

function milestones(sources: Partial<MilestoneSources> = {}) {
  return milestonesOf({ incident: aRecordedIncident(), events: [], escalations: [], milestones: [], ...sources });
}

describe('milestonesOf', () => {
  it('knows of an incident that was just declared when that was, and nothing else', () => {
    const known = milestones({ incident: aRecordedIncident({ resolvedAt: undefined }) });

    expect(Object.values(known).filter(({ at: when }) => when !== undefined)).toEqual([
      { name: 'declared', at: at('15:25'), isEstimated: false, eventId: undefined },
    ]);
  });

  it.each<[string, Partial<MilestoneSources>, string, ReturnType<typeof at> | undefined]>([
    [
      'the first detection on the timeline',
      { events: [alert, anEventAt('15:40', { kind: 'detected' })] },
      'detected',
      at('15:22'),
    ],
    ['no detection that was retracted', { events: [{ ...alert, retractedAt: at('15:30') }] }, 'detected', undefined],
    [
      'what was said before what is seen',
      { events: [alert], milestones: [aMilestone('detected', at('15:10'))] },
      'detected',
      at('15:10'),
    ],
    [
      'nothing where somebody said that nobody knows',
      { events: [alert], milestones: [aMilestone('detected', at('15:10')), aMilestone('detected', undefined)] },
      'detected',
      undefined,
    ],
    [
      'the newest word',
      { milestones: [aMilestone('mitigated', at('15:50')), aMilestone('mitigated', at('15:40'))] },
      'mitigated',
      at('15:40'),
    ],
    [
      'the time of the event that was said to be it, as it is now',
      { events: [guess], milestones: [aMilestone('impact-started', at('15:20'), { eventId: guess.id })] },
      'impact-started',
      at('15:18'),
    ],
    [
      'the word before, where that event was retracted',
      {
        events: [{ ...guess, retractedAt: at('15:30') }],
        milestones: [
          aMilestone('impact-started', at('15:05')),
          aMilestone('impact-started', at('15:20'), { eventId: guess.id }),
        ],
      },
      'impact-started',
      at('15:05'),
    ],
    [
      'the first answer, to whichever call it was',
      {
        escalations: [
          anEscalation({ acknowledgedAt: undefined }),
          anEscalation(),
          anEscalation({ acknowledgedAt: at('15:51') }),
        ],
      },
      'acknowledged',
      at('15:51'),
    ],
    ['no answer where nobody gave one', { escalations: [anEscalation(unanswered)] }, 'acknowledged', undefined],
    ['when it was resolved', {}, 'resolved', at('16:10')],
    [
      'when users had stopped hurting, where somebody said so',
      { milestones: [aMilestone('resolved', at('16:00'))] },
      'resolved',
      at('16:00'),
    ],
    [
      'no resolution of an open incident',
      { incident: aRecordedIncident({ resolvedAt: undefined }), milestones: [aMilestone('resolved', at('16:00'))] },
      'resolved',
      undefined,
    ],
  ])('takes %s', (_, sources, name, expected) => {
    expect(milestones(sources)[name as 'detected'].at).toBe(expected);
  });

  it('never takes one from another, whatever is said in whatever order', () => {
    const entry = fc.record({
      name: fc.constantFrom(...SETTABLE_MILESTONES),
      at: fc.option(
        fc.integer({ min: 10, max: 59 }).map((minute) => at(`14:${minute}`)),
        { nil: undefined },
      ),
      isEstimated: fc.boolean(),
      setBy: fc.constantFrom(mahari, claire),
    });
    fc.assert(
      fc.property(fc.array(entry), (said) => {
        const entries = said.map(({ name, at: when, ...rest }) => aMilestone(name, when, rest));
        const known = milestones({ milestones: entries });
        for (const name of SETTABLE_MILESTONES) {
          const last = historyOf(entries, name).at(-1);
          // All of it was said before the resolution at 16:10: taken back, it says nothing of that.
          const seen = name === 'resolved' ? at('16:10') : undefined;
          expect(known[name].at).toBe(last?.at ?? seen);
          expect(known[name].isEstimated).toBe(last?.at !== undefined && last.isEstimated);
        }
      }),
    );
  });
});

describe('openMitigations', () => {
  it.each([
    ['stands', anEventAt('15:20', { kind: 'mitigation' }), 1],
    [
      'was settled',
      anEventAt('15:20', { kind: 'mitigation', settled: { as: 'kept', at: at('15:30'), by: claire } }),
      0,
    ],
    ['was retracted', anEventAt('15:20', { kind: 'mitigation', retractedAt: at('15:30') }), 0],
    ['is none', anEventAt('15:20', { kind: 'decision' }), 0],
  ])('counts one that %s', (_, event, count) => {
    expect(openMitigations([event])).toHaveLength(count);
  });
});
