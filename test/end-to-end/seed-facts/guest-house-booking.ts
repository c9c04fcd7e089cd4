import type { SeedFacts, TimelineFact } from './seed-facts.ts';

/** The source tells the time on 9 June 2024 at GMT+3. */
function at(time: string, kind: string, ...words: readonly string[]): TimelineFact {
  const [hours = '', minutes = ''] = time.split(':');
  const inUtc = `${Number(hours) - 3}:${minutes}`;
  return { at: `2024-06-09T${inUtc}:00.000Z`, shown: ['2024-06-09', `${time} UTC+3 (${inUtc} UTC)`], kind, words };
}

export const guestHouseBooking: SeedFacts = {
  incident: '003-guest-house-booking-failure',
  header: [
    '**Duration:** 50 min',
    '**From:** impact started 2024-06-09 16:20 UTC+3',
    '**To:** resolved 2024-06-09 17:10 UTC+3',
  ],
  timeline: [
    at('16:20', 'detected', 'trouble began', 'reports from users', 'booking'),
    at('16:20', 'detected', 'mahari, senior developer in the backend', 'same failures', 'customers'),
    at('16:30', 'investigation', 'engineering team', 'database logs', 'queries', 'network'),
    at('16:40', 'investigation', 'connections to the database fail', 'troubleshoot the database server'),
    at('16:45', 'misleading path', 'external availability api', 'outage'),
    { ...at('16:50', 'escalation', '@devops'), who: 'Abel' },
    at('17:00', 'mitigation', 'database server restarted by the team', 'connection issue is gone'),
    at('17:10', 'resolution', 'everything checked and working', 'resolved'),
    at('23:10', 'resolution', 'database connection pool is put right'),
    at('16:26', 'note', 'new feature', 'ten minutes before', 'airbnb clone'),
    at('16:33', 'note', 'significant number of complaints', 'about 45% of users', 'log in'),
    at('17:04', 'cause found', 'connection between the web application and the database', 'pool is misconfigured'),
  ],
  sections: {
    Summary: [
      '9 june 2024',
      'recently launched airbnb clone',
      'critical issue',
      'new feature',
      'ten minutes after',
      'guest houses and hotel services',
      '4:20 pm gmt+3',
      'resolved at 5:10 pm gmt+3',
      'pool was rectified at 11:10 pm gmt+3',
    ],
    Impact: [
      'about 45% of our users',
      'guest houses and hotel services',
      'log in',
      'significant number of complaints',
      '**since:** 2024-06-09 16:20 utc+3',
      '**until:** 2024-06-09 17:10 utc+3',
    ],
    Detection: ['reports from users', 'booking'],
    'Root causes': [
      'connection between the web application and the database failed',
      'pool was misconfigured',
      'stable connection',
      'logging in and booking were hindered',
    ],
    'Contributing factors': ['deployment of a new feature', 'ten minutes'],
    'Misleading paths': ['2024-06-09 16:45 utc+3', 'external availability api', 'outage'],
    Resolution: ['monitoring alerts', 'engineering team', 'restart of the database server', 'pool was rectified later'],
    Communication: ['nothing was recorded'],
    People: ['mahari', 'declared the incident', '@devops', 'was called'],
    Lessons: ['manage configuration thoroughly', 'test automatically', 'after a deployment'],
  },
  actionItems: [
    { kind: 'Prevent', words: ['cause of the database server failure', 'logs', 'further diagnostics'] },
    { kind: 'Detect', words: ['set up a monitoring system', 'database and application servers', 'keeps track'] },
    { kind: 'Detect', words: ['better monitoring of the health of the database server', 'early warning'] },
    {
      kind: 'Mitigate',
      words: ['automated failover'],
      doneWhen: ['secondary database', 'primary server fails'],
    },
  ],
  escalations: [
    {
      at: '2024-06-09 16:50 UTC+3',
      target: '@devops',
      by: 'Abel',
      why: ['database server'],
      answer: ['Robel', 'after 3 min'],
      called: [['Robel', 'answered 2024-06-09 16:53 UTC+3']],
      misled: [['2024-06-09 16:45 utc+3', 'external availability api', 'outage']],
    },
  ],
  contradictions: [
    ['goes on after the resolution at 2024-06-09 17:10 UTC+3', 'until 2024-06-09 23:10 UTC+3'],
    ['noticed by users', 'resolution by an alert'],
  ],
  dueByPolicy: '2024-07-10',
  rules: [
    'action-item-vague',
    'action-item-without-done-when',
    'action-item-without-owner',
    'action-items-without-priority',
    'action-item-without-verb',
    'detection-contradicts-itself',
    'detection-equals-start',
    'impact-without-count-and-share',
    'lessons-incomplete',
    'misconfiguration-without-values',
    'mitigation-time-unknown',
    'nothing-communicated',
    'timeline-after-resolution',
  ],
};
