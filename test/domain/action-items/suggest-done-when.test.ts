import { describe, expect, it } from 'vitest';
import { isVagueTitle, lacksDoneWhen, suggestDoneWhen } from '../../../src/domain/action-items/suggest-done-when.ts';
import { anItem } from '../../support/record-builder.ts';

describe('suggestDoneWhen', () => {
  it.each([
    ['improve monitoring', undefined, 'alert when ___ > ___'],
    ['Enhance alerting of the pool', 'prevent', 'alert when ___ > ___'],
    ['investigate the timeouts', undefined, 'why ___ happens is written down and linked here'],
    ['Look into the retries', 'detect', 'why ___ happens is written down and linked here'],
    ['document the failover', undefined, 'the page about ___ is linked from ___'],
    ['review the limits', 'prevent', '___ was compared with ___, and what differed is changed'],
    ['Consider a second region', undefined, 'the decision about ___ is written down with its reasons'],
    ['train the team', 'process', '___ people did ___ in a drill'],
    ['Size the pool', 'prevent', '___ fails before the release when ___'],
    ['Size the pool', undefined, '___ is below ___ for ___ days'],
  ] as const)('goes by the words of %j, then by its kind', (title, kind, end) => {
    expect(suggestDoneWhen({ title, kind })).toBe(end);
  });
});

describe('lacksDoneWhen', () => {
  it.each([
    ['a preventing item', { kind: 'prevent' }, true],
    ['a detecting item', { kind: 'detect' }, true],
    ['another one', { kind: 'process' }, false],
    ['one without a kind', { kind: undefined }, false],
    ['a vague one of any kind', { kind: undefined, title: 'Improve the pool' }, true],
    ['one that says it', { kind: 'prevent', doneWhen: 'a test fails' }, false],
  ] as const)('of %s', (_, overrides, lacks) => {
    expect(lacksDoneWhen(anItem({ title: 'Size the pool', doneWhen: undefined, ...overrides }))).toBe(lacks);
  });

  it('takes nothing for vague that has a number in it', () => {
    expect(isVagueTitle(anItem({ title: 'Improve the pool to 50', doneWhen: undefined }))).toBe(false);
  });
});
