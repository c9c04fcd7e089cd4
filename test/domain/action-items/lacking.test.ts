import { describe, expect, it } from 'vitest';
import type { ActionItem } from '../../../src/domain/action-items/action-item.ts';
import { incompleteOf, lacksOwnerOrDate } from '../../../src/domain/action-items/lacking.ts';
import { anItem } from '../../support/record-builder.ts';

const whole = anItem({ title: 'Size the pool', kind: 'prevent', doneWhen: 'a load test of 2 h passes' });
const ended = { status: 'done' } as const;

describe('lacksOwnerOrDate', () => {
  it.each<[string, Partial<ActionItem>, boolean]>([
    ['has both', {}, false],
    ['has no owner', { owner: undefined }, true],
    ['has no date', { dueOn: undefined }, true],
    ['is over', { owner: undefined, dueOn: undefined, ...ended }, false],
  ])('of one that %s: %o is %s', (_, lacking, expected) => {
    expect(lacksOwnerOrDate({ ...whole, ...lacking })).toBe(expected);
  });
});

describe('incompleteOf', () => {
  it.each<[string, readonly Partial<ActionItem>[], readonly string[]]>([
    ['none of what lacks nothing', [{ title: 'whole' }], []],
    [
      'what nobody is reminded of first',
      [
        { title: 'endless', doneWhen: undefined },
        { title: 'unowned', owner: undefined },
        { title: 'endless too', doneWhen: undefined },
        { title: 'undated', dueOn: undefined },
      ],
      ['unowned', 'undated', 'endless', 'endless too'],
    ],
    ['what lacks everything once', [{ title: 'bare', owner: undefined, doneWhen: undefined }], ['bare']],
    ['nothing that is over', [{ title: 'done', owner: undefined, doneWhen: undefined, ...ended }], []],
    ['no mitigation for want of an end', [{ title: 'fail over', kind: 'mitigate', doneWhen: undefined }], []],
  ])('asks for %s', (_, items, expected) => {
    const incomplete = incompleteOf(items.map((item) => ({ ...whole, ...item })));

    expect(incomplete.map(({ title }) => title)).toEqual(expected);
  });
});
