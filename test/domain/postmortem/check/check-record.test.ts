import { describe, expect, it } from 'vitest';
import { actionItemId } from '../../../../src/domain/ids.ts';
import { checkRecord } from '../../../../src/domain/postmortem/check/check-record.ts';
import type { Finding } from '../../../../src/domain/postmortem/check/finding.ts';
import { LEVELS } from '../../../../src/domain/postmortem/check/rule.ts';
import { draftPostmortem } from '../../../../src/domain/postmortem/draft-postmortem.ts';
import type { NarrativeSection } from '../../../../src/domain/postmortem/narrative.ts';
import { POSTMORTEM_SECTIONS } from '../../../../src/domain/postmortem/postmortem.ts';
import type { IncidentRecord } from '../../../../src/domain/postmortem/record.ts';
import { inOrder, type TimelineKind } from '../../../../src/domain/timeline/timeline-event.ts';
import {
  aMilestone,
  anEscalation,
  anEventAt,
  anItem,
  aRecord,
  aRecordedIncident,
  at,
  mahari,
  narrativeOf,
  unanswered,
} from '../../../support/record-builder.ts';
import { aWholeRecord } from '../../../support/whole-record.ts';

const TEXTS: Partial<Record<NarrativeSection, string>> = {
  summary: 'Bookings failed for 50 minutes.',
  'customer-impact': '45% of users, about 3200, could not book.',
  'root-cause': 'The release made the pool too small.',
  'contributing-factors': 'No load test.',
  'went-well': 'Claire answered at once.',
  'went-badly': 'We looked at the API first.',
  'got-lucky': 'It was a Sunday.',
  'internal-communication': 'Told in #engineering at 15:30.',
};

const LINK = { permalink: 'https://travel.slack.com/archives/C042/p1' };

const REVERTED = { as: 'reverted', at: at('16:05'), by: mahari } as const;

const anAlert = anItem({
  title: 'Alert when the pool is empty',
  kind: 'detect',
  id: actionItemId('A2'),
});

/** Lacks nothing that a rule asks for. */
function aGoodRecord(overrides: Partial<IncidentRecord> = {}): IncidentRecord {
  return aRecord({
    incident: aRecordedIncident(),
    events: [
      anEventAt('15:22', { kind: 'detected', ...LINK }),
      anEventAt('15:40', { kind: 'investigation', ...LINK }),
      anEventAt('16:05', { kind: 'resolution', ...LINK }),
    ],
    milestones: [aMilestone('impact-started', at('15:20')), aMilestone('mitigated', at('16:00'))],
    escalations: [anEscalation()],
    actionItems: [anItem(), anAlert],
    narrative: narrativeOf(TEXTS),
    ...overrides,
  });
}

function without(...sections: readonly NarrativeSection[]): Partial<IncidentRecord> {
  return {
    narrative: narrativeOf(
      Object.fromEntries(Object.entries(TEXTS).filter(([key]) => !sections.some((section) => section === key))),
    ),
  };
}

function withText(texts: Partial<Record<NarrativeSection, string>>): Partial<IncidentRecord> {
  return { narrative: narrativeOf({ ...TEXTS, ...texts }) };
}

function withEvents(...events: readonly (readonly [string, TimelineKind])[]): Partial<IncidentRecord> {
  return { events: events.map(([time, kind]) => anEventAt(time, { kind, settled: REVERTED, ...LINK })) };
}

function check(overrides: Partial<IncidentRecord> = {}): readonly Finding[] {
  return checkDraft(aGoodRecord(overrides));
}

function checkDraft(record: IncidentRecord): readonly Finding[] {
  return checkRecord(record, draftPostmortem(record), at('09:00', '2024-06-10'));
}

const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

describe('checkRecord', () => {
  it('finds nothing in a good postmortem', () => {
    expect(check()).toEqual([]);
  });

  it.each<[string, Finding['level'], string, Partial<IncidentRecord>]>([
    ['no-summary', 'must', 'summary', without('summary')],
    ['no-impact', 'must', 'impact', without('customer-impact')],
    ['impact-without-number', 'must', 'impact', withText({ 'customer-impact': 'Some users could not book.' })],
    ['impact-start-unknown', 'must', 'impact', { milestones: [aMilestone('mitigated', at('16:00'))] }],
    ['no-detection', 'must', 'detection', withEvents(['15:40', 'investigation'])],
    [
      'no-steps',
      'must',
      'timeline',
      withEvents(['15:22', 'detected'], ['15:45', 'status-changed'], ['16:10', 'resolution']),
    ],
    ...['lasted two hours', 'lasted 1h30', 'persisted for 3 days', 'lasted about 2 hours'].map(
      (said): [string, 'must', string, Partial<IncidentRecord>] => [
        'duration-contradicts-times',
        'must',
        'summary',
        withText({ summary: `It ${said}.` }),
      ],
    ),
    ['damaged-text', 'must', 'summary', withText({ summary: 'Bookings\nfailed Ã©verywhere.' })],
    ['no-root-cause', 'must', 'root-causes', without('root-cause')],
    ['human-error-as-cause', 'must', 'root-causes', withText({ 'root-cause': 'This was a Human  error.' })],
    ['no-contributing-factor', 'should', 'root-causes', without('contributing-factors')],
    ['no-action-items', 'must', 'action-items', { actionItems: [] }],
    ['action-item-without-owner', 'must', 'action-items', { actionItems: [anItem({ owner: undefined }), anAlert] }],
    ['action-item-without-due-date', 'must', 'action-items', { actionItems: [anItem({ dueOn: undefined }), anAlert] }],
    [
      'action-item-without-done-when',
      'should',
      'action-items',
      { actionItems: [anItem({ doneWhen: undefined }), anAlert] },
    ],
    ['no-preventing-action', 'must', 'action-items', { actionItems: [anAlert] }],
    ['no-detecting-action', 'should', 'action-items', { actionItems: [anItem()] }],
    ['unexplained-gap', 'should', 'timeline', withEvents(['15:22', 'detected'], ['15:39', 'investigation'])],
    [
      'unexplained-gap',
      'should',
      'timeline',
      withEvents(['15:22', 'detected'], ['15:39', 'investigation'], ['15:55', 'joined']),
    ],
    [
      'timeline-after-resolution',
      'must',
      'timeline',
      withEvents(['15:22', 'detected'], ['15:45', 'investigation'], ['16:30', 'mitigation']),
    ],
    [
      'timeline-before-impact',
      'must',
      'timeline',
      withEvents(['15:00', 'detected'], ['15:30', 'investigation'], ['15:50', 'decision']),
    ],
    ...(
      [
        unanswered,
        { ...unanswered, state: 'unanswered' },
        { ...unanswered, state: 'ended' },
        { state: 'unanswered', heldBy: undefined },
        { state: 'calling', heldBy: undefined },
        { state: 'ended', heldBy: undefined },
      ] as const
    ).map((call): [string, 'should', string, Partial<IncidentRecord>] => [
      'escalation-not-acknowledged',
      'should',
      'escalations',
      { escalations: [anEscalation(call)] },
    ]),
    [
      'mitigation-open',
      'should',
      'resolution',
      { events: inOrder([...aGoodRecord().events, anEventAt('16:00', { kind: 'mitigation', ...LINK })]) },
    ],
    [
      'mitigation-time-unknown',
      'should',
      'figures',
      {
        events: inOrder([
          ...aGoodRecord().events,
          anEventAt('16:00', { kind: 'mitigation', settled: REVERTED, ...LINK }),
        ]),
        milestones: [aMilestone('impact-started', at('15:20'))],
      },
    ],
    ['nothing-communicated', 'should', 'communication', without('internal-communication')],
  ])('finds %s', (rule, level, section, overrides) => {
    const findings = check(overrides);

    expect(findings.map((finding) => [finding.rule, finding.level, finding.place.section])).toEqual([
      [rule, level, section],
    ]);
    expect(findings[0]?.text).toMatch(/^[“A-Z].*[.”]$/u);
  });

  it('finds an impact that ends before it starts', () => {
    const milestones = [aMilestone('impact-started', at('16:20'))];

    expect(rulesOf(check({ milestones }))).toContain('impact-ends-before-it-starts');
  });

  it.each<[string, Partial<IncidentRecord>]>([
    ['an impact counted in words', withText({ 'customer-impact': 'No user noticed.' })],
    [
      'an impact counted for the business',
      withText({ 'customer-impact': 'Users could not book.', 'business-impact': '40 bookings' }),
    ],
    [
      'a cause found on the timeline',
      { ...without('root-cause'), ...withEvents(['15:22', 'detected'], ['15:45', 'cause-found']) },
    ],
    [
      'communication after the resolution',
      withEvents(['15:22', 'detected'], ['15:45', 'decision'], ['17:00', 'communication']),
    ],
    ['notes before the impact', withEvents(['14:55', 'note'], ['15:22', 'detected'], ['15:45', 'decision'])],
    [
      'a last step written down a little late',
      withEvents(['15:22', 'detected'], ['15:45', 'decision'], ['16:14', 'resolution']),
    ],
    ['a gap of exactly 30 minutes', withEvents(['15:22', 'detected'], ['15:40', 'investigation'])],
    [
      'done items without a date',
      {
        actionItems: [
          anItem(),
          anAlert,
          anItem({ title: 'Size the pool', status: 'done', owner: undefined, dueOn: undefined, doneWhen: undefined }),
        ],
      },
    ],
    ['no escalation', { escalations: [] }],
    ['an answered call that ended with the incident', { escalations: [anEscalation({ state: 'ended' })] }],
    [
      'communication on the timeline',
      { ...without('internal-communication'), ...withEvents(['15:22', 'detected'], ['15:45', 'communication']) },
    ],
  ])('accepts %s', (_case, overrides) => {
    expect(check(overrides)).toEqual([]);
  });

  it('says between which times the timeline is silent', () => {
    const events = withEvents(
      ['15:22', 'detected'],
      ['15:35', 'investigation'],
      ['20:45', 'mitigation'],
      ['22:00', 'note'],
    );

    const [finding] = check({ ...events, incident: aRecordedIncident({ resolvedAt: at('22:10') }) });

    expect(finding?.text).toContain(
      'from 2024-06-09 18:35 UTC+3 (15:35 UTC) to 2024-06-09 23:45 UTC+3 (20:45 UTC), 5 h 10 min; ',
    );
    expect(finding?.text).toContain(
      'from 2024-06-09 23:45 UTC+3 (20:45 UTC) to 2024-06-10 01:00 UTC+3 (2024-06-09 22:00 UTC), 1 h 15 min.',
    );
  });

  it('names the three longest gaps and counts the others', () => {
    const events = withEvents(
      ['15:22', 'detected'],
      ['16:00', 'note'],
      ['16:40', 'note'],
      ['17:30', 'decision'],
      ['18:30', 'note'],
    );

    const [finding] = check({ ...events, incident: aRecordedIncident({ resolvedAt: at('20:00') }) });

    expect(finding?.text.match(/ min|1 h(?! )/g)).toHaveLength(3);
    expect(finding?.text).toContain('; and 2 shorter gaps.');
  });

  it('looks for gaps up to the last event while nothing is resolved', () => {
    const incident = aRecordedIncident({ status: 'investigating', resolvedAt: undefined });

    expect(rulesOf(check({ incident }))).toEqual([]);
  });

  it('asks which of two contradicting times is right', () => {
    const [finding] = check(withEvents(['15:22', 'detected'], ['15:45', 'decision'], ['16:30', 'mitigation']));

    expect(finding?.text).toBe(
      'The timeline goes on after the resolution at 2024-06-09 19:10 UTC+3 (16:10 UTC), until 2024-06-09 19:30 UTC+3 (16:30 UTC): which is right? Correct the one that is not.',
    );
  });

  it('names each action item without an owner, and where it is', () => {
    const [one, other] = ['A7', 'A8'].map(actionItemId);
    const items = [one, other].map((id = actionItemId(''), index) =>
      anItem({ id, title: `Item ${index + 1}`, owner: undefined }),
    );

    const findings = check({ actionItems: [...items, anAlert] }).filter(({ level }) => level === 'must');

    expect(findings.map(({ text, place }) => [text.slice(0, 22), place.actionItemId])).toEqual([
      ['“Item 1” has no owner.', one],
      ['“Item 2” has no owner.', other],
    ]);
  });

  it('orders what must be mended first, each level as it is read', () => {
    const findings = checkDraft(aRecord());
    const order = findings.map(({ level, place: { section } }) => [
      LEVELS.indexOf(level),
      POSTMORTEM_SECTIONS.indexOf(section),
    ]);

    expect(findings.length).toBeGreaterThan(7);
    expect(order).toEqual(order.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
  });

  it('finds in a real evening what people forgot', () => {
    expect(rulesOf(checkDraft(aWholeRecord()))).toEqual([
      'action-item-without-due-date',
      'unexplained-gap',
      'escalation-not-acknowledged',
      'mitigation-open',
      'action-item-owned-by-team',
      'action-item-without-done-when',
      'action-item-without-done-when',
      'action-item-without-ticket',
      'action-item-without-ticket',
      'event-without-link',
    ]);
  });
});
