import { describe, expect, it } from 'vitest';
import { parseActionItem } from '../../../src/domain/action-items/parse-action-item.ts';
import type { Instant, TimeZone } from '../../../src/domain/time.ts';

const speaker = { now: '2024-05-07T18:30:00.000Z' as Instant, zone: 'UTC' as TimeZone, locale: undefined };

describe('parseActionItem', () => {
  it.each([
    ['add alerts by 2024-05-14', { kind: undefined, title: 'add alerts', dueOn: '2024-05-14' }],
    ['detect: add alerts by friday', { kind: 'detect', title: 'add alerts', dueOn: '2024-05-10' }],
    ['sort users by name', { kind: undefined, title: 'sort users by name', dueOn: undefined }],
    ['sort by name by May 21', { kind: undefined, title: 'sort by name', dueOn: '2024-05-21' }],
    ['prevent: review the pool', { kind: 'prevent', title: 'review the pool', dueOn: undefined }],
    ['Cut p99 by 5 minutes', { kind: undefined, title: 'Cut p99 by 5 minutes', dueOn: undefined }],
    ['Stand by now', { kind: undefined, title: 'Stand by now', dueOn: undefined }],
    ['Fix by 14:10', { kind: undefined, title: 'Fix by 14:10', dueOn: undefined }],
    ['Fix by friday 14:10', { kind: undefined, title: 'Fix by friday 14:10', dueOn: undefined }],
    ['Halve it by in 2 hours', { kind: undefined, title: 'Halve it by in 2 hours', dueOn: undefined }],
    ['Fix by today', { kind: undefined, title: 'Fix', dueOn: '2024-05-07' }],
    ['Fix by May 7', { kind: undefined, title: 'Fix', dueOn: '2024-05-07' }],
    ['Fix by 2024-05-01', { kind: undefined, title: 'Fix', dueOn: '2024-05-01' }],
    ['Fix by 14/5/2024', { kind: undefined, title: 'Fix', dueOn: '2024-05-14' }],
    ['Fix by 5/7/2024', { kind: undefined, title: 'Fix by 5/7/2024', dueOn: undefined }],
    ['Cut p99 by 1/3', { kind: undefined, title: 'Cut p99 by 1/3', dueOn: undefined }],
    ['TODO: review', { kind: undefined, title: 'TODO: review', dueOn: undefined }],
  ])('reads %j', (typed, parsed) => {
    expect(parseActionItem(typed, speaker)).toEqual(parsed);
  });
});
