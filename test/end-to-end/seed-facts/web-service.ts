import type { SeedFacts, TimelineFact } from './seed-facts.ts';

/** The source tells one time between the start and the end; the others are of the people who lived through it. */
function at(day: '10' | '11', time: string, kind: string, ...words: readonly string[]): TimelineFact {
  return { at: `2023-10-${day}T${time}:00.000Z`, shown: [`2023-10-${day}`, `${time} UTC`], kind, words };
}

export const webService: SeedFacts = {
  incident: '004-web-service-outage',
  header: [
    '**Duration:** 12 h',
    '**From:** impact started 2023-10-10 14:00 UTC',
    '**To:** resolved 2023-10-11 02:00 UTC',
    'Rita Ejezie',
  ],
  timeline: [
    at('10', '14:30', 'detected', 'automated monitoring alerted', 'error rates', 'latency'),
    at('10', '14:45', 'investigation', 'frontend and backend', 'component'),
    at('10', '15:05', 'note', '30% of users', 'load slowly', 'error'),
    at('10', '15:40', 'decision', 'high traffic is the cause', 'scaled our resources'),
    at('10', '16:30', 'misleading path', 'ddos'),
    at('10', '17:20', 'misleading path', 'cdn and dns'),
    { ...at('10', '19:10', 'escalation', '@database-team', 'first efforts have not resolved it'), who: 'Rita Ejezie' },
    at('10', '21:40', 'cause found', 'database connection pool', 'not released', 'over time', 'exhausted'),
    at('10', '22:30', 'mitigation', 'pool parameters modified', 'recycled properly', 'not exhausted'),
    at('11', '00:40', 'mitigation', 'affected components', 'restarted', 'services settle'),
    at('11', '01:30', 'mitigation', 'additional monitoring', 'pool behaves abnormally'),
    at('11', '02:00', 'resolution', 'web service is stable again'),
  ],
  sections: {
    Summary: [
      'october 10, 2023, 14:00 utc',
      'october 11, 2023, 02:00 utc',
      '30% of users',
      'misconfiguration exhausted',
    ],
    Impact: [
      'outage of the web service',
      '30% of users',
      'pages loaded slowly',
      'errors came and went',
      '**since:** 2023-10-10 14:00 utc',
      '**until:** 2023-10-11 02:00 utc',
    ],
    Detection: ['2023-10-10 14:30 utc', 'automated monitoring', 'error rates', 'latency'],
    'Root causes': [
      'misconfigured settings of the database connection pool',
      'released properly',
      'exhausted over time',
    ],
    'Misleading paths': ['ddos', 'cdn and dns'],
    Resolution: [
      'misconfigured settings of the database connection pool were identified',
      'parameters were modified',
      'recycled properly',
      'no longer exhausted',
      'restarts of the affected components',
      'services stable',
      'additional monitoring',
      'abnormal behaviour of the connection pool',
    ],
    Lessons: [
      'continuous monitoring is important',
      'systematic approach',
      'more resilient system',
      'risk of a similar issue',
      'learning from incidents is crucial',
      'robust and reliable',
    ],
    Communication: ['nothing was recorded'],
    People: ['rita ejezie', 'declared the incident', '@database-team', 'was called'],
  },
  actionItems: [
    { kind: 'Prevent', words: ['review all system configurations comprehensively', 'misconfigured', 'put it right'] },
    { kind: 'Detect', words: ['better monitoring', 'database connection pool', 'proactively', 'alerts'] },
    { kind: 'Prevent', words: ['audit configurations regularly', 'before services feel them'] },
    {
      kind: 'Process',
      words: ['go through this incident thoroughly with the team'],
      doneWhen: ['what we learned is shared', 'prevent similar misconfigurations'],
    },
    { kind: 'Mitigate', words: ['develop a protocol', 'misconfigurations promptly', 'document it'] },
    { kind: 'Process', words: ['documentation of the database connection pool settings', 'find and to understand'] },
  ],
  escalations: [
    {
      at: '2023-10-10 19:10 UTC',
      target: '@database-team',
      by: 'Rita Ejezie',
      why: ['first efforts have not resolved it'],
      answer: ['Ivo', 'after 4 min'],
      called: [
        ['Ivo', 'answered 2023-10-10 19:14 UTC'],
        ['Noor', 'no answer'],
      ],
      misled: [
        ['2023-10-10 16:30 utc', 'ddos'],
        ['2023-10-10 17:20 utc', 'cdn and dns'],
      ],
    },
  ],
  contradictions: [],
  dueByPolicy: '2023-11-10',
  rules: [
    'action-item-vague',
    'action-item-without-done-when',
    'action-item-without-owner',
    'action-items-without-priority',
    'impact-without-count-and-share',
    'lessons-incomplete',
    'misconfiguration-without-values',
    'mitigation-time-unknown',
    'no-contributing-factor',
    'nothing-communicated',
    'outage-for-partial-impact',
    'unexplained-gap',
  ],
};
