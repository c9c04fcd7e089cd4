import type { SeedFacts, TimelineFact } from './seed-facts.ts';

/** The source tells the time in the evening of 9 June 2024 at GMT+3. */
function at(time: string, kind: string, ...words: readonly string[]): TimelineFact {
  const [hours = '', minutes = ''] = time.split(':');
  const inUtc = `${Number(hours) - 3}:${minutes}`;
  return { at: `2024-06-09T${inUtc}:00.000Z`, shown: ['2024-06-09', `${time} UTC+3 (${inUtc} UTC)`], kind, words };
}

export const tourBooking: SeedFacts = {
  incident: '001-tour-booking-failure',
  header: [
    '**Duration:** 50 min',
    '**From:** impact started 2024-06-09 18:20 UTC+3',
    '**To:** resolved 2024-06-09 19:10 UTC+3',
  ],
  timeline: [
    at('18:20', 'detected', 'it starts', 'users report', 'cannot finish a booking'),
    at('18:20', 'detected', 'mahari, senior backend developer', 'very same trouble'),
    at(
      '18:30',
      'investigation',
      'engineering is looking into it',
      'logs of the database',
      'queries perform',
      'network',
    ),
    at('18:40', 'investigation', 'monitoring alerts', 'fails to connect to the database', 'database server'),
    at('18:45', 'misleading path', 'external api', 'verifies availability', 'down'),
    { ...at('18:50', 'escalation', '@devops'), who: 'Mahari' },
    at('19:00', 'mitigation', 'database server restarted', 'connects again'),
    at('19:10', 'resolution', 'verified', 'everything works', 'resolved'),
    {
      at: '2024-06-09T22:10:00.000Z',
      shown: ['2024-06-10', '01:10 UTC+3 (2024-06-09 22:10 UTC)'],
      kind: 'resolution',
      words: ['configuration of the database connection pool is corrected'],
    },
    {
      at: '2024-06-10T06:40:00.000Z',
      shown: ['2024-06-10', '09:40 UTC+3 (06:40 UTC)'],
      kind: 'note',
      words: ['investigating the database server failure is number 1', 'ticked'],
    },
    at('18:27', 'note', 'ten minutes', 'new feature', 'deployed', 'just launched'),
    at('18:33', 'note', 'about 45% of our users', 'signing in'),
    at('18:56', 'cause found', 'connection pool is misconfigured', 'stable connection', 'sign-in and booking'),
  ],
  sections: {
    Summary: [
      '9 june 2024',
      'newly launched website for tours and travel',
      'critical issue',
      'new feature',
      'within 10 minutes',
      'trouble booking tours and travel services',
      'about 45%',
      '6:20 pm gmt+3',
      'resolved at 7:10 pm gmt+3',
      'persisted until 1:10 am gmt+3',
      'connection pool was corrected',
    ],
    Impact: [
      'about 45% of our users',
      'sign in',
      'bookings of tours and travel services',
      '**since:** 2024-06-09 18:20 utc+3',
      '**until:** 2024-06-09 19:10 utc+3',
    ],
    Detection: ['users report', 'cannot finish a booking'],
    'Root causes': [
      'database connection pool was misconfigured',
      'web application',
      'stable connections',
      'sign-in and booking broke',
    ],
    'Contributing factors': ['new feature', 'just been deployed'],
    'Misleading paths': ['2024-06-09 18:45 utc+3', 'external api', 'availability'],
    Resolution: [
      'monitoring alerts',
      'engineering team',
      'restart of the database server resolved it',
      'configuration was corrected',
    ],
    Communication: ['nothing was recorded'],
    People: ['mahari', 'declared the incident', '@devops', 'was called'],
  },
  actionItems: [
    {
      kind: 'Prevent',
      words: ['investigate why the database server failed', 'logs', 'diagnostics'],
      doneWhen: ['cause of the failure is understood'],
    },
  ],
  escalations: [
    {
      at: '2024-06-09 18:50 UTC+3',
      target: '@devops',
      by: 'Mahari',
      why: ['database connection keeps failing'],
      answer: ['Hana', 'after 2 min'],
      called: [
        ['Hana', 'answered 2024-06-09 18:52 UTC+3'],
        ['Yonas', 'no answer'],
      ],
      misled: [['2024-06-09 18:45 utc+3', 'external api', 'availability', 'down']],
    },
  ],
  contradictions: [
    ['goes on after the resolution at 2024-06-09 19:10 UTC+3', 'until 2024-06-10 01:10 UTC+3'],
    ['noticed by users', 'resolution by an alert'],
  ],
  dueByPolicy: '2024-07-10',
  rules: [
    'action-item-without-owner',
    'detection-contradicts-itself',
    'detection-equals-start',
    'impact-without-count-and-share',
    'lessons-incomplete',
    'misconfiguration-without-values',
    'mitigation-time-unknown',
    'no-detecting-action',
    'nothing-communicated',
    'timeline-after-resolution',
  ],
};
