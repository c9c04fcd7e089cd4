import { describe, expect, it } from 'vitest';
import type { IncidentRecord } from '../../../../src/domain/postmortem/record.ts';
import { versionOf } from '../../../../src/domain/postmortem/review/version-of.ts';
import { aMilestone, anEventAt, anItem, aRecord, at, narrativeOf } from '../../../support/record-builder.ts';

const event = anEventAt('15:30', { text: 'Restarted', kind: 'mitigation' });
const record = aRecord({ events: [event], actionItems: [anItem()], narrative: narrativeOf({ summary: 'It broke' }) });
const changedBy = (change: Partial<IncidentRecord>) => versionOf({ ...record, ...change }) !== versionOf(record);

describe('versionOf', () => {
  it.each([
    ['words', { narrative: narrativeOf({ summary: 'It broke.' }) }],
    ['words in another section', { narrative: narrativeOf({ lessons: 'It broke' }) }],
    ['a title', { incident: { ...record.incident, title: 'Another' } }],
    ['an event more', { events: [event, anEventAt('15:40')] }],
    ['an event less', { events: [] }],
    ['an event at another time', { events: [{ ...event, at: at('15:31') }] }],
    [
      'a mitigation that was reverted',
      { events: [{ ...event, settled: { as: 'reverted', at: at('16:00'), by: event.recordedBy } }] },
    ],
    ['a milestone', { milestones: [aMilestone('detected', at('15:20'))] }],
    ['an action item more', { actionItems: [anItem(), anItem()] }],
    ['an action item that promises something else', { actionItems: [anItem({ title: 'Size the pool' })] }],
    ['an action item of another kind', { actionItems: [anItem({ kind: 'detect' })] }],
    ['an action item that is done at another point', { actionItems: [anItem({ doneWhen: undefined })] }],
  ] as const)('is another after %s', (_, change) => {
    expect(changedBy(change as Partial<IncidentRecord>)).toBe(true);
  });

  it.each([
    ['people are called otherwise', { people: new Map() }],
    ['somebody joins', { events: [event, anEventAt('18:00', { kind: 'joined' })] }],
    ['an action item is done', { actionItems: [anItem({ status: 'done', endedAt: at('18:00') })] }],
    ['an action item will not be done', { actionItems: [anItem({ status: 'wont-do' })] }],
    ['an action item is handed on', { actionItems: [anItem({ owner: undefined, acceptedAt: undefined })] }],
    ['an action item is put off', { actionItems: [anItem({ dueOn: undefined, snoozedUntil: undefined })] }],
    ['the line of an event is posted', { events: [{ ...event, permalink: 'https://x.slack.com/p1' }] }],
    ['somebody is asked to read it', { review: [] }],
    ['the incident was written again', { incident: { ...record.incident, version: 99 } }],
  ] as const)('stays when %s', (_, change) => {
    expect(changedBy(change as Partial<IncidentRecord>)).toBe(false);
  });
});
