import { describe, expect, it } from 'vitest';
import { checkStated } from '../../../../src/domain/postmortem/check/check-stated.ts';
import { RULES } from '../../../../src/domain/postmortem/check/rules.ts';
import { aDuration, anAction, anEvent, aStated, aTime } from '../../../support/stated-builder.ts';
import { actionItemCases } from './action-item-cases.ts';
import { type Cases, cause, events, impact, OVER, type Overrides, prose, recorded, WORK } from './case-builder.ts';

/** As a file's words are read. */
const mitigated = (text: string) => ({ timeline: [anEvent('16:08', text, 'mitigation' as const)] });

/** What breaks each rule, and what comes close and does not. */
const CASES: Cases = {
  'no-summary': { breaks: [prose({ summary: '' })], holds: [{}] },
  'no-impact': { breaks: [impact('')], holds: [impact('Nobody noticed.')] },
  'impact-without-number': {
    breaks: [impact('Some users could not book.')],
    holds: [
      impact('Half of all users'),
      prose({ 'customer-impact': 'Users could not book', 'business-impact': '40 bookings' }),
    ],
  },
  'impact-without-count-and-share': {
    breaks: [impact('500 users'), impact('45% of users'), impact('45% of users for 50 minutes, from 15:20')],
    holds: [impact('500 users, 3%'), impact('No user noticed'), impact('All users')],
  },
  'hedge-without-figure': {
    breaks: [prose({ 'business-impact': 'A potential loss of fees' })],
    holds: [prose({ 'business-impact': 'A potential loss of 200 EUR' }), impact('Some 500 users, 3%')],
  },
  'outage-for-partial-impact': {
    breaks: [prose({ summary: 'An outage of bookings', 'customer-impact': '30% of 500 users' })],
    holds: [
      prose({ summary: 'An outage', 'customer-impact': '100% of 500 users' }),
      prose({ summary: 'Bookings failed' }),
    ],
  },
  'impact-start-unknown': { breaks: [{ started: undefined }], holds: [{}] },
  'impact-ends-before-it-starts': { breaks: [{ ended: aTime('15:00') }], holds: [{ ended: aTime('15:20') }] },
  'timeline-after-resolution': {
    breaks: [
      events(WORK, ['16:30', 'Restarted it again']),
      events(WORK, ['16:30', 'All is restored']),
      events(WORK, ['16:10', 'All is restored'], ['16:30', 'Restarted it again']),
      {
        ...events(WORK, ['16:10', 'All requests served again, resolved'], ['16:40', 'Declared resolved']),
        ...recorded(),
      },
    ],
    holds: [
      events(WORK, ['16:14', 'Closed the last tab']),
      events(WORK, OVER, ['18:00', 'Postmortem meeting']),
      events(WORK, ['16:10', 'All requests served again, resolved'], ['16:40', 'Declared resolved']),
    ],
  },
  'timeline-before-impact': {
    breaks: [
      events(['15:00', 'An alert rang'], WORK),
      events(['15:00', 'Deployed a fix'], WORK),
      { timeline: [anEvent('15:00', 'An alert rang after the release', 'detected'), anEvent('15:40', 'Looked at it')] },
    ],
    holds: [events(['15:16', 'An alert rang'], WORK), events(['15:00', 'Release 4.2 is rolled out'], WORK)],
  },
  'end-contradicts-timeline': {
    breaks: [{ ended: aTime('22:10') }],
    holds: [{ ended: aTime('16:12') }, { ended: undefined }],
  },
  'aftermath-counted': {
    breaks: [{ ...events(WORK, OVER, ['18:00', 'Postmortem meeting held']), ended: aTime('18:00') }],
    holds: [events(WORK, OVER, ['18:00', 'Postmortem meeting held'])],
  },
  'event-in-the-future': {
    breaks: [{ timeline: [anEvent(aTime('15:40', { date: '2025-06-09' }), 'Looked at the pool')] }],
    holds: [{ timeline: [anEvent(aTime('15:40', { date: '2025-06-09' }), 'Postmortem meeting')] }],
  },
  'event-out-of-order': {
    breaks: [events(['15:50', 'Tried this'], ['15:40', 'Tried that'])],
    holds: [events(['15:40', 'Tried this'], ['15:40', 'Tried that'])],
  },
  'duration-contradicts-times': {
    breaks: [
      { durations: [aDuration(90)] },
      { durations: [aDuration(56)] },
      { durations: [aDuration(60, 'about 1 hour')] },
    ],
    holds: [{ durations: [aDuration(55)] }, { durations: [aDuration(54, 'about 54 minutes')] }],
  },
  'time-without-zone': {
    breaks: [{ timeline: [anEvent('15:22', 'a'), anEvent(aTime('15:40', { hasZone: false }), 'b')] }],
    holds: [{ timeline: [anEvent(aTime('15:40', { hasZone: false }), 'b')] }],
  },
  'time-without-date': {
    breaks: [
      { ended: aTime('00:10', { date: '2024-06-10' }), timeline: [anEvent(aTime('15:40', { hasDate: false }), 'a')] },
      {
        started: aTime('15:20', { text: '6:20 PM' }),
        ended: aTime('22:10', { text: '1:10 AM' }),
        timeline: [anEvent(aTime('15:40', { hasDate: false }), 'a')],
      },
    ],
    holds: [{ timeline: [anEvent(aTime('15:40', { hasDate: false }), 'a')] }],
  },
  'ambiguous-date': { breaks: [{ started: aTime('15:20', { isAmbiguous: true }) }], holds: [{}] },
  'no-steps': { breaks: [{ timeline: [] }], holds: [events(WORK)] },
  'no-resolution': {
    breaks: [
      events(WORK),
      events(WORK, ['16:08', 'It is still not resolved']),
      { ...mitigated('Restarted it; some errors persist'), ended: aTime('16:08') },
      { ...mitigated('Deployed the fixed release'), ended: undefined },
      { ...mitigated('Restarted it, all recovered'), ...recorded(), ended: undefined },
    ],
    holds: [
      events(WORK, OVER),
      { ...events(WORK), source: 'record' },
      { ...mitigated('Resolved, rollback finished'), ended: undefined },
      { ...mitigated('Deployed the fix, service fully restored'), ended: undefined },
      { ...mitigated('Reverted the change and everything recovered'), ended: undefined },
      { ...mitigated('Rolled back; errors gone'), ended: undefined },
      mitigated('Rollback finished, error rate at 0'),
    ],
  },
  'timeline-starts-late': {
    breaks: [events(['15:40', 'Looked at the pool'])],
    holds: [{ timeline: [anEvent('15:50', 'An alert rang', 'detected')] }, events(['15:24', 'Looked at it'])],
  },
  'event-without-link': {
    breaks: [{ timeline: [anEvent('15:40', 'a', 'note', { hasLink: false })] }],
    holds: [{ timeline: [anEvent('15:40', 'Joined', 'joined', { hasLink: false })] }],
  },
  'unexplained-gap': {
    breaks: [
      events(['15:22', 'An alert'], ['15:53', 'A look']),
      { severity: 'SEV2', ...events(['15:22', 'An alert'], ['16:23', 'A look']), ended: undefined },
    ],
    holds: [
      events(['15:22', 'An alert'], ['15:52', 'A look']),
      { severity: 'SEV2', ...events(['15:22', 'An alert'], ['16:22', 'A look']), ended: undefined },
    ],
  },
  'fix-contradicts-itself': {
    breaks: [
      prose({
        summary: 'It was resolved by restarting the database.',
        resolution: 'We corrected the pool settings.',
      }),
      prose({ resolution: 'Rolling the release back fixed it.' }),
      {
        ...prose({ resolution: 'Failed over to the replica.' }),
        ...events(WORK, ['16:00', 'Restarted the database; resolved']),
      },
    ],
    holds: [
      prose({
        summary: 'A restart did not help; it was resolved by correcting the configuration.',
        resolution: 'We set the pool back to 50.',
      }),
      prose({ resolution: 'A restart helped for some minutes. Setting the pool back ended it.' }),
      prose({ summary: 'It lasted until the service was restored.', resolution: 'We rolled back the pool setting.' }),
      {
        ...prose({
          'root-cause': 'A release set the heap limit from 8 to 2 GB, and nobody noticed until the peak.',
          resolution: 'We restarted the database.',
        }),
        ...events(WORK, ['16:08', 'Restarted the database; resolved']),
      },
    ],
  },
  'detection-contradicts-itself': {
    breaks: [
      prose({ detection: 'An alert fired on the error rate.' }),
      prose({ resolution: 'The issue was identified through monitoring alerts and mended.' }),
      prose({ summary: 'It was first noticed by one of our engineers.' }),
      prose({ detection: 'Nobody noticed it until an alert fired.' }),
      prose({ detection: 'No alert fired on the pool, but an alert fired on the errors.' }),
    ],
    holds: [
      prose({ detection: 'Customers told support, then an alert fired.' }),
      prose({ resolution: 'We added monitoring to detect it.' }),
      prose({ summary: 'The engineers looked at the pool.' }),
      prose({ detection: 'No alert fired.' }),
      prose({ summary: 'Somebody saw it before any alert fired.' }),
      prose({ summary: 'It was never detected by our monitoring.' }),
      prose({ summary: 'Our alerts were not triggered.' }),
    ],
  },
  'no-root-cause': {
    breaks: [cause('')],
    holds: [{ ...cause(''), timeline: [anEvent('15:40', 'The release set it to 5', 'cause-found')] }],
  },
  'human-error-as-cause': {
    breaks: [cause('This was a Human  error during the release.'), cause('Operator mistake in the release.')],
    holds: [cause('The release tool took a typing error for a value.')],
  },
  'root-cause-in-two-words': {
    breaks: [
      cause('Pool empty'),
      {
        ...cause('The bookings failed after the release'),
        title: { text: 'Bookings failed after the release', place: { section: 'summary' } },
      },
    ],
    holds: [cause('The pool was too small')],
  },
  'cause-contradicts-itself': {
    breaks: [
      prose({
        summary: 'It was caused by an expired certificate of the gateway.',
        'root-cause': 'The release set the connection pool from 50 to 5.',
      }),
    ],
    holds: [
      prose({
        summary: 'It was caused by an empty connection pool.',
        'root-cause': 'The release shrank the pools of connections.',
      }),
    ],
  },
  'no-contributing-factor': { breaks: [prose({ 'contributing-factors': '' })], holds: [{}] },
  'root-cause-is-symptom': {
    breaks: [cause('A failure of the connection between application and database.'), cause('The server was down.')],
    holds: [cause('The server was down because its disk was full.')],
  },
  'no-trigger': {
    breaks: [
      prose({ summary: 'It failed.', 'root-cause': 'The pool was too small.', 'contributing-factors': 'No test.' }),
      prose({
        summary: 'It failed.',
        'root-cause': 'Connections not being released.',
        'contributing-factors': 'No test.',
      }),
    ],
    holds: [cause('The pool was too small for the peak.')],
  },
  'misconfiguration-without-values': {
    breaks: [cause('The release misconfigured the pool.')],
    holds: [
      cause('The release misconfigured the pool: 5 instead of 50.'),
      cause('The disk was full after the release.'),
    ],
  },
  'title-names-another-cause': {
    breaks: [
      {
        ...cause('The release broke DNS for the shop.'),
        title: { text: 'Database is slow', place: { section: 'summary' } },
      },
    ],
    holds: [{ ...cause('The release broke DNS.'), title: { text: 'Bookings fail', place: { section: 'summary' } } }],
  },
  'person-as-cause': {
    breaks: [
      { ...cause('Ana forgot to run the migration of the release.'), people: ['Ana'] },
      { ...cause('Anatomy was released by Ana, who ignored the alert.'), people: ['Ana'] },
      cause('The on-call engineer ignored the alert on the pool.'),
      cause('An engineer accidentally deleted the table.'),
    ],
    holds: [
      cause('Redis failed to start after the release.'),
      cause('The release broke the migration, which an engineer saw.'),
      cause('Envoy ignored the timeout of the release.'),
      cause('Checkout did not check the certificate that expired.'),
      { ...cause('Anatomy failed to start after the release.'), people: ['Ana'] },
    ],
  },
  'name-beside-fault': {
    breaks: [
      prose({ lessons: 'Ben’s mistake cost an hour.' }),
      prose({ lessons: 'Redis ignored the limit and Ben ignored the alert.' }),
      { ...prose({ lessons: 'Will told it, so when asked again later on Will failed to check.' }), people: ['Will'] },
      { ...prose({ lessons: 'Mahari failed to check it.' }), people: ['Mahari'] },
    ],
    holds: [
      prose({ lessons: 'Redis failed to start.' }),
      { ...prose({ lessons: 'Mahari saw the same issue.' }), people: ['Mahari'] },
    ],
  },
  hindsight: {
    breaks: [prose({ lessons: 'We should have tested it.' }), prose({ lessons: 'If only we had known.' })],
    holds: [prose({ lessons: 'A test that could have caught it was missing.' })],
  },
  'animated-language': {
    breaks: [prose({ lessons: 'A ridiculous setting!' }), prose({ lessons: 'Never again!!!' })],
    holds: [prose({ lessons: 'A setting of 5!' })],
  },
  'no-detection': {
    breaks: [events(WORK, OVER), { ...recorded(), ...events(WORK, OVER) }],
    holds: [prose({ detection: 'By chance' }), events(['15:22', 'Reports of failing bookings'], OVER)],
  },
  'detection-equals-start': {
    breaks: [{ ...recorded(), started: aTime('15:22') }],
    holds: [recorded(), { ...recorded(), started: aTime('15:22', { isEstimated: true }) }, { started: aTime('15:22') }],
  },
  'milestone-missing': {
    breaks: [
      recorded('mitigated'),
      { ...recorded('detected'), ...prose({ detection: 'Customers told support.' }), ...events(WORK, OVER) },
      { ...recorded('resolved'), ...prose({ resolution: 'A larger pool.' }), ended: undefined },
    ],
    holds: [
      recorded('acknowledged'),
      {},
      { ...recorded('detected'), ...events(WORK, OVER) },
      { ...recorded('mitigated', 'resolved'), ended: undefined },
    ],
  },
  'mitigation-time-unknown': {
    breaks: [{ ...recorded('mitigated'), timeline: [anEvent('15:40', 'Restarted it', 'mitigation')] }],
    holds: [{ ...recorded(), timeline: [anEvent('15:40', 'Restarted it', 'mitigation')] }],
  },
  'mitigation-open': {
    breaks: [
      events(['15:40', 'Assumed a traffic peak and scaled up the service']),
      events(['15:40', 'Rolled back the patch'], ['15:50', 'But the issue persists']),
    ],
    holds: [
      events(['15:40', 'Restarted it'], ['15:50', 'But the issue persists']),
      events(['15:40', 'Scaled up the service in vain'], ['15:50', 'Scaled it back']),
    ],
  },
  'escalation-not-acknowledged': {
    breaks: [
      {
        source: 'record',
        record: {
          openMitigations: [],
          unansweredCalls: [{ text: 'Nobody answered.', place: { section: 'escalations' } }],
          missingMilestones: [],
        },
      },
    ],
    holds: [recorded()],
  },
  'nothing-communicated': {
    breaks: [prose({ 'internal-communication': '' })],
    holds: [prose({ 'internal-communication': '', 'external-communication': 'Status page at 15:40' })],
  },
  'communication-without-time': {
    breaks: [prose({ 'internal-communication': 'In Slack' })],
    holds: [prose({ 'internal-communication': 'At 15:40' }), prose({ 'internal-communication': 'Nobody was told' })],
  },
  ...actionItemCases,
};

describe('each rule', () => {
  it('is tried', () => {
    expect(Object.keys(CASES).toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
  });

  const breaks = Object.entries(CASES).flatMap(([rule, cases]) => cases.breaks.map((each) => [rule, each] as const));
  it.each(breaks)('%s is broken by %j', (rule, overrides) => {
    expect(rulesOf(overrides)).toContain(rule);
  });

  const holds = Object.entries(CASES).flatMap(([rule, cases]) => cases.holds.map((each) => [rule, each] as const));
  it('takes a missing prevention for certain only where a record says what each action is for', () => {
    const levelOf = (overrides: Overrides) =>
      checkStated(aStated({ actionItems: [anAction('Alert on the pool')], ...overrides })).find(
        ({ rule }) => rule === 'no-preventing-action',
      )?.level;

    expect(levelOf({})).toBe('should');
    expect(levelOf(recorded())).toBe('must');
  });

  it.each(holds)('%s accepts %j', (rule, overrides) => {
    expect(rulesOf(overrides)).not.toContain(rule);
  });
});

function rulesOf(overrides: Overrides): readonly string[] {
  return checkStated(aStated(overrides)).map(({ rule }) => rule);
}
