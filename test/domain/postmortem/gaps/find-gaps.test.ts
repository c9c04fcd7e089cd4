import { describe, expect, it } from 'vitest';
import { gapsAmong, gapsWithin } from '../../../../src/domain/postmortem/gaps/gaps-in.ts';
import type { TimelineKind } from '../../../../src/domain/timeline/timeline-event.ts';
import { at } from '../../../support/record-builder.ts';

type Line = readonly [string, TimelineKind, string?];

const told = (...lines: readonly Line[]) => lines.map(([time, kind, text = '']) => ({ at: at(time), kind, text }));
const gap = (from: string, to: string) => ({ from: at(from), to: at(to) });

describe('gapsAmong', () => {
  it.each([
    ['half an hour is none', told(['15:00', 'note'], ['15:30', 'note']), undefined, []],
    ['more is one', told(['15:00', 'note'], ['15:31', 'note']), undefined, [gap('15:00', '15:31')]],
    ['nothing has none', [], undefined, []],
    ['until the end', told(['15:00', 'note']), '16:00', [gap('15:00', '16:00')]],
    ['not after the end', told(['15:00', 'note'], ['15:20', 'note'], ['17:00', 'note']), '15:20', []],
    [
      'who came breaks none',
      told(['15:00', 'note'], ['15:20', 'joined'], ['15:40', 'note']),
      undefined,
      [gap('15:00', '15:40')],
    ],
    [
      'the postmortem’s meeting is none of it',
      told(['15:00', 'note'], ['17:00', 'note', 'Retrospective']),
      undefined,
      [],
    ],
  ] as const)('in a SEV1 %s', (_, lines, end, gaps) => {
    expect(gapsAmong(lines, { endedAt: end && at(end), severity: 'SEV1' })).toEqual(gaps);
  });

  it('grants an hour where less is on fire', () => {
    const lines = told(['15:00', 'note'], ['16:00', 'note'], ['17:01', 'note']);
    expect(gapsAmong(lines, { endedAt: undefined, severity: 'SEV3' })).toEqual([gap('16:00', '17:01')]);
  });
});

describe('gapsWithin', () => {
  it('finds what is left of a gap', () => {
    const left = [gap('15:00', '15:45'), gap('16:00', '17:00')];
    const others = [gap('14:00', '15:00'), gap('16:30', '17:30')];
    expect(gapsWithin([...others, ...left], gap('15:00', '17:00'))).toEqual(left);
  });
});
