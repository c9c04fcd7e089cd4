import type { SeedFacts, TimelineFact } from './seed-facts.ts';

function at(time: string, kind: string, ...words: readonly string[]): TimelineFact {
  return { at: `2024-06-08T${time}:00.000Z`, shown: ['2024-06-08', `${time} UTC`], kind, words };
}

export const checkoutDatabase: SeedFacts = {
  incident: '002-checkout-database-outage',
  header: [
    '**Duration:** 1 h 45 min',
    '**From:** impact started 2024-06-08 10:30 UTC',
    '**To:** resolved 2024-06-08 12:15 UTC',
  ],
  timeline: [
    at('10:30', 'detected', 'automated monitoring', 'alarm', 'database connections time out'),
    at('10:35', 'investigation', 'engineer on call', 'alert', 'started to look into it'),
    at('10:40', 'investigation', 'health of the database server', 'normal'),
    at('10:50', 'investigation', 'application servers', 'errors', 'database connections'),
    at('11:00', 'misleading path', 'database server', 'patch lately', 'started to roll it back'),
    at('11:20', 'investigation', 'rollback is complete', 'issue is still there'),
    { ...at('11:25', 'escalation', '@database-team'), who: 'Priya' },
    at('11:35', 'investigation', 'high count of connections', 'idle'),
    at('11:50', 'cause found', "application's connection pool is misconfigured", 'settings'),
    at('12:00', 'mitigation', 'new settings for the connection pool', 'application servers restarted'),
    at('12:15', 'resolution', 'confirmed', 'issue is gone', 'service fully back'),
  ],
  sections: {
    Summary: [
      'june 8, 2024',
      '10:30 am to 12:15 pm utc',
      'primary e-commerce service was down',
      'connection pool',
      'in a cascade',
    ],
    Impact: [
      'could not complete purchases',
      'about 70% of our users',
      'transactions failed',
      'product pages would not load',
      '**since:** 2024-06-08 10:30 utc',
      '**until:** 2024-06-08 12:15 utc',
    ],
    Detection: ['2024-06-08 10:30 utc', 'automated monitoring', 'database connections time out'],
    'Root causes': [
      'maximum number of connections was too low',
      'minimum of idle connections too high',
      'normal load',
      'exhausted',
      'threw errors',
      'new connections',
      'cascaded',
    ],
    'Misleading paths': ['2024-06-08 11:00 utc', 'patch', 'roll it back'],
    Resolution: [
      'database team',
      'higher maximum number of connections',
      'lower minimum number of idle connections',
      'configuration files of the affected application servers',
      'restarted',
      'monitored more intensely',
      'normal operation',
    ],
    Communication: ['nothing was recorded'],
    People: ['priya', 'declared the incident', '@database-team', 'was called'],
  },
  actionItems: [
    {
      kind: 'Prevent',
      words: ['connection pool settings', 'regularly', 'optimise'],
      doneWhen: ['fit the current load'],
    },
    { kind: 'Detect', words: ['finer monitoring', "connection pool's metrics", 'sooner'] },
    {
      kind: 'Process',
      words: ['train the engineering team regularly', 'protocols', 'best practices', 'debugging database'],
    },
    { kind: 'Prevent', words: ['review how connection pools are configured', 'adjust', 'all applications'] },
    {
      kind: 'Detect',
      words: ['monitor the metrics of the database connection pool'],
      doneWhen: ['active connections', 'idle connections', 'wait for a connection'],
    },
    { kind: 'Mitigate', words: ['detailed incident playbooks', 'common kinds of outage', 'database connection'] },
    { kind: 'Process', words: ['drills every quarter', 'simulate an outage', 'better prepared'] },
    { kind: 'Process', words: ['reviewing and updating', 'response procedures', 'lessons of past incidents'] },
  ],
  escalations: [
    {
      at: '2024-06-08 11:25 UTC',
      target: '@database-team',
      by: 'Priya',
      why: ['patch is rolled back', 'connections still time out'],
      answer: ['Lena', 'after 3 min'],
      called: [
        ['Lena', 'answered 2024-06-08 11:28 UTC'],
        ['Oskar', 'no answer'],
      ],
      misled: [['2024-06-08 11:00 utc', 'patch', 'roll it back']],
    },
  ],
  contradictions: [],
  dueByPolicy: '2024-06-24',
  rules: [
    'action-item-duplicate',
    'action-item-vague',
    'action-item-without-done-when',
    'action-item-without-owner',
    'action-items-without-priority',
    'detection-equals-start',
    'impact-without-count-and-share',
    'lessons-incomplete',
    'misconfiguration-without-values',
    'mitigation-time-unknown',
    'no-contributing-factor',
    'nothing-communicated',
    'outage-for-partial-impact',
  ],
};
