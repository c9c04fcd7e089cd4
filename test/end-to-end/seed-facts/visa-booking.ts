import type { SeedFacts, TimelineFact } from './seed-facts.ts';

function at(time: string, kind: string, ...words: readonly string[]): TimelineFact {
  return { at: `2024-05-07T${time}:00.000Z`, shown: ['2024-05-07', `${time} UTC`], kind, words };
}

export const visaBooking: SeedFacts = {
  incident: '000-visa-booking-outage',
  header: [
    '**Duration:** 1 h 30 min',
    '**From:** impact started 2024-05-07 14:00 UTC',
    '**To:** resolved 2024-05-07 15:30 UTC',
    'Esraa Hassan',
  ],
  timeline: [
    at('14:00', 'detected', 'reports', 'flood', 'spain visa', 'cannot be booked'),
    at('14:10', 'investigation', 'technical team', 'begun to investigate'),
    at('14:20', 'investigation', 'database', 'connections break', 'root cause', 'suspicion'),
    at('14:30', 'mitigation', 'restarted the database service', 'to see whether'),
    at('14:45', 'note', 'database service is running again', 'still fails'),
    at('15:00', 'cause found', 'looked further', 'database connection pool is misconfigured'),
    at('15:15', 'mitigation', 'corrected', 'test connection to the database succeeded'),
    at('15:30', 'resolution', 'spain visas can be booked again', 'everything is back'),
    {
      at: '2024-05-08T10:00:00.000Z',
      shown: ['2024-05-08', '10:00 UTC'],
      kind: 'communication',
      words: ['postmortem meeting'],
    },
  ],
  sections: {
    Summary: ['no access', 'spain visa', 'completely unavailable', 'database connection issue', 'restart', 'measures'],
    Impact: [
      'about 500 users',
      'spain visa',
      'visa application fees',
      'direct financial loss',
      'satisfaction',
      'reputation',
    ],
    'Root causes': ['misconfigured', 'database connection pool', 'connections to the database were exhausted'],
    'Contributing factors': ['testing was not thorough enough', 'environment like production', 'caught', 'earlier'],
    Resolution: [
      'restarting the database service',
      'only temporarily',
      'correcting the misconfigured settings',
      'immediate fix',
    ],
    Lessons: [
      'comprehensive testing is critical',
      'misconfiguration',
      'looks trivial',
      'whole system',
      'monitor proactively',
      'automated monitoring',
      'before they grow into outages',
    ],
    'Internal communication': ['slack channels', 'collaborate', 'resolve the issue in good time'],
    'External communication': ['website and social media', 'regular updates', 'how far we were', 'service was restored'],
  },
  actionItems: [
    {
      kind: 'Detect',
      words: ['automatic monitoring', 'alert', 'database connectivity'],
      owner: 'Claire',
      due: '2024-05-14',
    },
    {
      kind: 'Prevent',
      words: ['better testing', 'configuration of database connections', 'thoroughly', 'production-like environment'],
      owner: '@technical-team',
      due: '2024-05-21',
    },
  ],
  escalations: [],
  findings: [],
};
