import { describe, expect, it } from 'vitest';
import { parseActionItem } from '../../../src/domain/action-items/parse-action-item.ts';
import type { Instant, TimeZone } from '../../../src/domain/time.ts';

const speaker = { now: '2024-05-07T18:30:00.000Z' as Instant, zone: 'UTC' as TimeZone, locale: undefined };
const nothing = {
  priority: undefined,
  kind: undefined,
  dueOn: undefined,
  leftOutTime: undefined,
  unclearDay: undefined,
};

describe('parseActionItem', () => {
  it.each([
    ['add alerts by 2024-05-14', { title: 'add alerts', dueOn: '2024-05-14' }],
    ['add alerts until friday', { title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts due friday', { title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts, due by friday.', { title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts due on May 21', { title: 'add alerts', dueOn: '2024-05-21' }],
    ['detect: add alerts by friday', { kind: 'detect', title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts by end of week', { title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts by EOW', { title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts by the end of next week', { title: 'add alerts', dueOn: '2024-05-17' }],
    ['add alerts by monday next week', { title: 'add alerts', dueOn: '2024-05-13' }],
    ['add alerts by yesterday', { title: 'add alerts', dueOn: '2024-05-06' }],
    ['by friday', { title: '', dueOn: '2024-05-10' }],
    ['add alerts by Fri 10 May 2024', { title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts (by friday)', { title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts [due: friday]', { title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts due:friday', { title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts by: friday', { title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts by friday!!', { title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts by friday, please 🙏', { title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts by friday :pray:', { title: 'add alerts', dueOn: '2024-05-10' }],
    ['add alerts in 2 weeks', { title: 'add alerts in 2 weeks', dueOn: '2024-05-21' }],
    ['add alerts within a week.', { title: 'add alerts within a week.', dueOn: '2024-05-14' }],
    ['add alerts tomorrow', { title: 'add alerts tomorrow', dueOn: '2024-05-08' }],
    ['sort users by name and then by their age in days', { title: 'sort users by name and then by their age in days' }],
    ['sort by name by May 21', { title: 'sort by name', dueOn: '2024-05-21' }],
    ['prevent: review the pool', { kind: 'prevent', title: 'review the pool' }],
    ['Pay what is due', { title: 'Pay what is due' }],
    ['Wait until it is over', { title: 'Wait until it is over' }],
    ['Fix by today', { title: 'Fix', dueOn: '2024-05-07' }],
    ['Fix by May 7', { title: 'Fix', dueOn: '2024-05-07' }],
    ['Fix by 2024-05-01', { title: 'Fix', dueOn: '2024-05-01' }],
    ['Fix by 14/5/2024', { title: 'Fix', dueOn: '2024-05-14' }],
    ['TODO: review', { title: 'TODO: review' }],
  ])('reads %j', (typed, parsed) => {
    expect(parseActionItem(typed, speaker)).toEqual({ ...nothing, ...parsed });
  });

  it.each([
    ['P1 add alerts', { priority: 'P1', title: 'add alerts' }],
    ['p0: add alerts', { priority: 'P0', title: 'add alerts' }],
    ['P1 detect: add alerts', { priority: 'P1', kind: 'detect', title: 'add alerts' }],
    ['detect: P3 add alerts by friday', { priority: 'P3', kind: 'detect', title: 'add alerts', dueOn: '2024-05-10' }],
    ['P1 P2 are too many', { priority: 'P1', title: 'P2 are too many' }],
    ['p99 is too slow', { title: 'p99 is too slow' }],
    ['P9 is no priority', { title: 'P9 is no priority' }],
    ['P1', { title: 'P1' }],
  ])('reads what stands before the words of %j', (typed, parsed) => {
    expect(parseActionItem(typed, speaker)).toEqual({ ...nothing, ...parsed });
  });

  it.each([
    ['Fix by friday 14:10', '14:10'],
    ['Fix by friday at 5pm', '5pm'],
    ['Fix by friday, 17:00 CET', '17:00 CET'],
    ['Fix by 5 pm on friday', '5 pm'],
    ['Fix by friday EOD', 'EOD'],
    ['Fix by eod friday', 'eod'],
    ['Fix by friday afternoon', 'afternoon'],
  ])('leaves out the time of day in %j, and says so', (typed, leftOutTime) => {
    expect(parseActionItem(typed, speaker)).toEqual({ ...nothing, title: 'Fix', dueOn: '2024-05-10', leftOutTime });
  });

  it.each([
    ['Fix by 5/7/2024', '5/7/2024'],
    ['Cut p99 by 1/3', '1/3'],
    ['Fix by 2024-02-31', '2024-02-31'],
    ['sort users by name', 'name'],
    ['Cut p99 by 5 minutes', '5 minutes'],
    ['Stand by now', 'now'],
    ['Fix by 14:10', '14:10'],
    ['Halve it by in 2 hours', 'in 2 hours'],
    ['Fix by the next sprint', 'the next sprint'],
    ['Fix by Sat 10 May 2024', 'by Sat 10 May 2024'],
    ['Fix before friday', 'before friday'],
    ['Find what failed on friday', 'on friday'],
    ['Fix by the end of this or next month', 'by the end of this or next month'],
    ['Fix by mid june', 'mid june'],
  ])('leaves what is not one day in the title of %j, and says so', (typed, unclearDay) => {
    expect(parseActionItem(typed, speaker)).toEqual({ ...nothing, title: typed, unclearDay });
  });

  it('reads days where the speaker lives, and as they write them', () => {
    const inAuckland = { ...speaker, zone: 'Pacific/Auckland' as TimeZone };
    expect(parseActionItem('Fix by tomorrow', inAuckland).dueOn).toBe('2024-05-09');
    expect(parseActionItem('Fix by 5/9/2024', { ...speaker, locale: 'en-US' }).dueOn).toBe('2024-05-09');
    expect(parseActionItem('Fix by 5/9/2024', { ...speaker, locale: 'en-GB' }).dueOn).toBe('2024-09-05');
    expect(parseActionItem('Fix by 13.05.', { ...speaker, locale: 'de-DE' }).dueOn).toBe('2024-05-13');
    expect(parseActionItem('Fix by 10.1.', { ...speaker, locale: 'de-DE' }).dueOn).toBe('2025-01-10');
    expect(parseActionItem('Cut it by 1.5.', { ...speaker, locale: 'en-US' }).dueOn).toBeUndefined();
  });
});
