import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeZone, UTC } from '../../../src/domain/time.ts';
import { fold, tellFolded } from '../../../src/domain/timeline/fold.ts';
import {
  AUTOMATIC_KINDS,
  inOrder,
  isQuiet,
  SPOKEN_KINDS,
  type TimelineKind,
} from '../../../src/domain/timeline/timeline-event.ts';
import { anEventAt } from '../../support/record-builder.ts';

const someEvents = fc
  .array(
    fc.record({
      hour: fc.integer({ min: 0, max: 23 }),
      kind: fc.constantFrom<TimelineKind>('joined', 'renamed', 'role-changed', 'note', 'status-changed'),
    }),
  )
  .map((drawn) => inOrder(drawn.map(({ hour, kind }) => anEventAt(`${String(hour).padStart(2, '0')}:15`, { kind }))));

describe('isQuiet', () => {
  it('holds for what the story can do without, and for nothing that people said', () => {
    expect([...SPOKEN_KINDS, ...AUTOMATIC_KINDS].filter(isQuiet)).toEqual([
      'joined',
      'renamed',
      'role-changed',
      'action-item-added',
    ]);
  });
});

describe('fold', () => {
  it('puts quiet neighbours together and leaves the others alone', () => {
    const events = [
      anEventAt('15:20', { kind: 'declared' }),
      anEventAt('15:21', { kind: 'joined' }),
      anEventAt('15:22', { kind: 'role-changed' }),
      anEventAt('15:23', { kind: 'note' }),
      anEventAt('15:24', { kind: 'renamed' }),
    ];
    const [declared, joined, role, note, renamed] = events;
    expect(fold(events, UTC)).toEqual([
      { kind: 'event', event: declared },
      { kind: 'folded', events: [joined, role] },
      { kind: 'event', event: note },
      { kind: 'folded', events: [renamed] },
    ]);
  });

  it('begins anew at midnight where the reader is', () => {
    const events = [anEventAt('20:59', { kind: 'joined' }), anEventAt('21:00', { kind: 'joined' })];
    const addisAbaba = timeZone('Africa/Addis_Ababa');
    expect(fold(events, UTC)).toEqual([{ kind: 'folded', events }]);
    expect(fold(events, addisAbaba)).toEqual(events.map((event) => ({ kind: 'folded', events: [event] })));
  });

  it('loses no event, adds none and keeps their order', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const unfolded = fold(events, UTC).flatMap((entry) => (entry.kind === 'event' ? [entry.event] : entry.events));
        expect(unfolded).toEqual(events);
      }),
    );
  });

  it('leaves no two runs side by side on one day, and nothing loud in a run', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const entries = fold(events, UTC);
        for (const [index, entry] of entries.entries()) {
          const isRun = entry.kind === 'folded';
          expect(isRun ? entry.events.every(({ kind }) => isQuiet(kind)) : !isQuiet(entry.event.kind)).toBe(true);
          expect(isRun && entries[index + 1]?.kind === 'folded').toBe(false);
        }
      }),
    );
  });
});

describe('tellFolded', () => {
  const joined = (saidBy: string | undefined) => ({ kind: 'joined', text: 'Joined', saidBy }) as const;
  const role = { kind: 'role-changed', text: 'Ana is commander', saidBy: 'Ana' } as const;

  const items = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => ({ kind: 'action-item-added', text: `${index}`, saidBy: 'Ben' }) as const,
    );

  it.each([
    [[...items(3)], 'Action item: 0; Action item: 1; Action item: 2'],
    [[role, ...items(4)], 'Ana is commander; 4 action items'],
    [[joined('Ben')], 'Ben joined'],
    [[joined('Ben'), role, joined('Mahari')], 'Ben, Mahari joined; Ana is commander'],
    [[joined(undefined)], 'someone unknown joined'],
    [
      [role, { kind: 'action-item-added', text: 'Size the pool', saidBy: 'Ben' } as const],
      'Ana is commander; Action item: Size the pool',
    ],
    [[{ kind: 'renamed', text: 'Channel renamed to #down', saidBy: undefined } as const], 'Channel renamed to #down'],
  ])('says of %j: %s', (events, words) => {
    expect(tellFolded(events)).toBe(words);
  });
});
