import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../src/domain/nearest-word.ts';

const VERBS = ['start', 'status', 'escalate', 'timeline', 'resolve'];

describe('nearestWord', () => {
  it.each([
    ['start', 'start'],
    ['strat', 'start'],
    ['STATSU', 'status'],
    ['escalte', 'escalate'],
    ['esc', 'escalate'],
    ['timelines', 'timeline'],
    ['resovle', 'resolve'],
    ['dance', undefined],
    ['', undefined],
    ['x', undefined],
  ])('takes %j for %j', (typed, meant) => {
    expect(nearestWord(typed, VERBS)).toBe(meant);
  });

  it('has nothing to choose from an empty list', () => {
    expect(nearestWord('start', [])).toBeUndefined();
  });
});
