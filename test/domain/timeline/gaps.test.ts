import { describe, expect, it } from 'vitest';
import { findGaps, gapsWithin } from '../../../src/domain/timeline/gaps.ts';
import type { TimelineKind } from '../../../src/domain/timeline/timeline-event.ts';
import { at } from '../../support/record-builder.ts';

const told = (...lines: readonly (readonly [string, TimelineKind | undefined])[]) =>
  lines.map(([time, kind]) => ({ at: at(time), kind }));

describe('findGaps', () => {
  it.each([
    ['half an hour is none', told(['15:00', 'note'], ['15:30', 'note']), undefined, []],
    ['more is one', told(['15:00', 'note'], ['15:31', 'note']), undefined, [['15:00', '15:31']]],
    ['nothing has none', [], undefined, []],
    ['until the end', told(['15:00', 'note']), '16:00', [['15:00', '16:00']]],
    ['not after the end', told(['15:00', 'note'], ['15:20', 'note'], ['17:00', 'note']), '15:20', []],
    [
      'who came breaks none',
      told(['15:00', 'note'], ['15:20', 'joined'], ['15:40', 'note']),
      undefined,
      [['15:00', '15:40']],
    ],
    [
      'a kind that nobody said breaks it',
      told(['15:00', undefined], ['15:20', undefined], ['15:40', undefined]),
      undefined,
      [],
    ],
  ] as const)('%s', (_, lines, end, gaps) => {
    expect(findGaps(lines, end && at(end))).toEqual(gaps.map(([from, to]) => ({ from: at(from), to: at(to) })));
  });
});

describe('gapsWithin', () => {
  it('finds what is left of a gap', () => {
    const gap = { from: at('15:00'), to: at('17:00') };
    const left = [
      { from: at('15:00'), to: at('15:45') },
      { from: at('16:00'), to: at('17:00') },
    ];
    expect(
      gapsWithin([{ from: at('14:00'), to: at('15:00') }, ...left, { from: at('16:30'), to: at('17:30') }], gap),
    ).toEqual(left);
  });
});
