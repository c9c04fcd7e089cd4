import { describe, expect, it } from 'vitest';
import { parseActionItem } from '../../../src/domain/action-items/parse-action-item.ts';
import type { Instant, TimeZone } from '../../../src/domain/time.ts';

const speaker = { now: '2024-05-07T18:30:00.000Z' as Instant, zone: 'UTC' as TimeZone };

describe('parseActionItem', () => {
  it.each([
    ['add alerts by 2024-05-14', { kind: undefined, title: 'add alerts', dueOn: '2024-05-14' }],
    ['detect: add alerts by friday', { kind: 'detect', title: 'add alerts', dueOn: '2024-05-10' }],
    ['sort users by name', { kind: undefined, title: 'sort users by name', dueOn: undefined }],
    ['sort by name by May 21', { kind: undefined, title: 'sort by name', dueOn: '2024-05-21' }],
    ['prevent: review the pool', { kind: 'prevent', title: 'review the pool', dueOn: undefined }],
    ['TODO: review', { kind: undefined, title: 'TODO: review', dueOn: undefined }],
  ])('reads %j', (typed, parsed) => {
    expect(parseActionItem(typed, speaker)).toEqual(parsed);
  });
});
