import type { CalendarDate } from '../../../../src/domain/time.ts';
import { anAction } from '../../../support/stated-builder.ts';
import { type Cases, items, prose, recorded } from './case-builder.ts';

const ranked = (...priorities: readonly (string | undefined)[]) => ({
  actionItems: priorities.map((priority, index) => anAction(`Test pool ${index} of ${index}`, { priority })),
});

/** What breaks the rules about action items and the words around them, and what comes close and does not. */
export const actionItemCases: Cases = {
  'no-action-items': {
    breaks: [{ actionItems: [] }, { actionItems: [anAction('Test it', { status: 'wont-do' })] }],
    holds: [{}, { actionItems: [anAction('Test it', { status: 'done' })] }],
  },
  'action-item-without-owner': {
    breaks: [{ actionItems: [anAction('Test it', { owner: undefined })] }],
    holds: [{ actionItems: [anAction('Test it', { owner: undefined, status: 'done' })] }],
  },
  'action-item-owned-by-team': {
    breaks: [{ actionItems: [anAction('Test it', { owner: 'QA', isOwnedByPerson: false })] }],
    holds: [{ actionItems: [anAction('Test it', { isOwnedByPerson: undefined })] }],
  },
  'action-item-without-due-date': {
    breaks: [{ actionItems: [anAction('Test it', { dueOn: undefined })] }],
    holds: [{}],
  },
  'due-date-before-incident': {
    breaks: [{ actionItems: [anAction('Test it', { dueOn: '2024-06-08' as CalendarDate })] }],
    holds: [{ actionItems: [anAction('Test it', { dueOn: '2024-06-09' as CalendarDate })] }],
  },
  'action-item-without-done-when': { breaks: [recorded()], holds: [items('Test it')] },
  'action-item-without-verifiable-end': {
    breaks: [items('Rewrite the pool')],
    holds: [items('Rewrite the pool until 5 suffice'), items('Improve the pool')],
  },
  'action-item-without-verb': {
    breaks: [
      items('Automated failover'),
      items('More tests'),
      items('Documentation of the pool'),
      items('Monitoring for the pool'),
    ],
    holds: [
      items('Partition the table'),
      items('Enhanced monitoring: Add an alert'),
      items('Setup an alert'),
      items('Fail over by itself'),
    ],
  },
  'action-item-vague': {
    breaks: [
      items('Be more careful'),
      items('Improve monitoring'),
      items('Investigate the failure'),
      items('Review: ensure it works'),
      items('Investigate the failure: A detailed review of the logs will be made'),
    ],
    holds: [
      items('Improve the p99 to below 300 ms'),
      { actionItems: [anAction('Review it', { doneWhen: 'a page says so' })] },
      items('Add an alert'),
    ],
  },
  'done-action-in-the-future': {
    breaks: [{ actionItems: [anAction('A review of the logs will be conducted', { status: 'done' })] }],
    holds: [items('Add what will be needed'), { actionItems: [anAction('Reviewed the logs', { status: 'done' })] }],
  },
  'no-preventing-action': {
    breaks: [
      items('Alert on the pool'),
      items('Review the configuration'),
      items('Investigate why the limits were wrong'),
      { actionItems: [anAction('Test the pool', { status: 'wont-do' }), anAction('Alert on the pool')] },
      {
        ...recorded(),
        actionItems: [
          anAction('Test the pool', { kind: 'prevent', status: 'wont-do' }),
          anAction('Alert on it', { kind: 'detect' }),
        ],
      },
    ],
    holds: [
      items('Test the pool'),
      items('Review the 5 settings of the pool and remove what is unused'),
      { ...recorded(), actionItems: [anAction('Review the pool', { kind: 'prevent' })] },
    ],
  },
  'no-detecting-action': { breaks: [items('Test the pool')], holds: [items('Test the pool', 'Write a runbook')] },
  'action-item-duplicate': {
    breaks: [
      items('Add monitoring for pool metrics', 'Implement granular monitoring of the metrics of the pool'),
      items('Test it', 'Add monitoring for pool metrics', 'Monitor the metrics of the pool, and all that hold it'),
      items('Be careful', 'be  careful'),
      items(
        'Document rollback steps: gateway, release, calendar, handbook',
        'Rehearse rollback steps: gateway, release, monthly, staging',
      ),
    ],
    holds: [
      items('Add monitoring for the pool', 'Test the pool'),
      { actionItems: [anAction('Be careful', { status: 'wont-do' }), anAction('Be careful')] },
    ],
  },
  'action-items-without-priority': {
    breaks: [
      items('P1: Test the pool', 'Alert on it'),
      items('P1: Test it', 'P1: Alert on it', 'P1: Write it down'),
      ranked('P1', undefined),
      ranked('P2', 'P2', 'P2'),
      { ...recorded(), ...ranked(undefined, undefined, undefined) },
    ],
    holds: [
      items('Test it', 'Alert on it', 'Write it down'),
      items('P1: Test it', 'P2: Alert on it'),
      ranked('P1', 'P2', 'P2'),
      { ...recorded(), ...ranked(undefined, undefined) },
    ],
  },
  'no-urgent-action': {
    breaks: [
      items('P3: Test it'),
      ranked('P2', 'P3'),
      { actionItems: [anAction('P0: Test it', { status: 'wont-do' }), anAction('P2: Alert on it')] },
    ],
    holds: [items('P1: Test it'), items('Test it'), ranked('P0', 'P3'), ranked('high', 'low')],
  },
  'action-item-without-ticket': {
    breaks: [
      items('Test it (OPS-12)', 'Alert on it'),
      { source: 'record', actionItems: [anAction('Test it', { hasTicket: true }), anAction('Alert on it')] },
    ],
    holds: [
      items('Test it', 'Alert on it'),
      items('Test it (OPS-12)', 'Alert on it (OPS-13)'),
      { source: 'record', actionItems: [anAction('Test it (OPS-12)'), anAction('Alert on it')] },
      {
        source: 'record',
        actionItems: [anAction('Test it', { hasTicket: true }), anAction('Alert on it', { status: 'done' })],
      },
    ],
  },
  'actions-miss-cause': { breaks: [items('Paint the office')], holds: [items('Check every release')] },
  'damaged-text': { breaks: [{ damages: [{ text: 'â€“', place: { section: 'summary' } }] }], holds: [{}] },
  'unknown-acronym': {
    breaks: [prose({ summary: 'The PGW failed.' })],
    holds: [
      prose({ summary: 'The payment gateway (PGW) and the API failed. PGW is ours.' }),
      prose({
        summary: 'The payment gateway (PGW) failed.',
        'customer-impact': '45% of users, some 3200, saw errors of PGW.',
      }),
    ],
  },
  'lessons-incomplete': { breaks: [prose({ 'went-well': '' })], holds: [{}] },
};
