import type { StatedPostmortem } from '../../../../src/domain/postmortem/check/stated-postmortem.ts';
import { aDuration, anAction, anEvent, aStated, aTime, statedProse } from '../../../support/stated-builder.ts';

/** Five evenings as their own people told them, in other words; all of them have flaws that real postmortems have. */
const NOBODY = { owner: undefined, isOwnedByPerson: undefined, dueOn: undefined } as const;
const UNDATED = { hasDate: false, hasZone: true } as const;

function bare(overrides: Parameters<typeof aStated>[0]): StatedPostmortem {
  return { ...aStated(overrides), severity: undefined, prose: statedProse(overrides?.prose ?? {}) };
}

export const visas = bare({
  title: undefined,
  prose: {
    summary:
      'On May 7th users reported that no booking went through; nothing worked at all. Trouble with database connections was to blame, and it was resolved by restarting the database. We see to it that this does not come back.',
    'customer-impact': 'About 500 users who wanted an appointment were affected.',
    'business-impact': 'A potential loss of fees, and a dent in our reputation.',
    'root-cause': 'A misconfiguration of the connection pool, which ran out of database connections.',
    'contributing-factors': 'Nothing like production was tested, where the misconfiguration would have shown.',
    resolution: 'Restarted the database, which helped temporarily. Corrected the settings of the pool.',
    lessons: 'Monitor ahead: what watches by itself sees trouble before customers do.',
    'internal-communication': 'Good talk in Slack channels made it easy to work together.',
    'external-communication': 'Regular updates were posted on the website and elsewhere.',
  },
  started: aTime('14:00', { date: '2024-05-07' }),
  ended: aTime('15:30', { date: '2024-05-07' }),
  durations: [aDuration(90, 'about 1 hour, 30 minutes')],
  timeline: (
    [
      ['14:00', 'Reports come in that no appointment can be booked.'],
      ['14:10', 'The team begins investigating.'],
      ['14:20', 'Connections to the database are suspected.'],
      ['14:30', 'Database restarted in an attempt to end it.'],
      ['14:45', 'The database answers again, but errors persist.'],
      ['15:00', 'A closer look reveals a misconfiguration of the pool.'],
      ['15:15', 'Settings corrected, and a connection tested.'],
      ['15:30', 'Booking works again, all restored.'],
    ] as const
  )
    .map(([time, text]) => anEvent(aTime(time, { date: '2024-05-07', hasZone: false }), text))
    .concat(anEvent(aTime('10:00', { date: '2024-05-08', hasZone: false }), 'Postmortem meeting held.')),
  actionItems: [
    anAction('Implement automated monitoring to alert on failing connections to the database'),
    anAction('Enhance testing to include the settings of connections', {
      owner: 'Technical Team',
      isOwnedByPerson: false,
    }),
  ],
});

export const tours = bare({
  prose: {
    summary:
      'On 09-06-2024 our new website broke right after a release. Ten minutes later users began reporting that no tour could be booked. About 45% of them were hit. The pool of database connections was misconfigured.\nIt began at 6:20 PM GMT+3 and persisted until 1:10 AM GMT+3, when the configuration of the pool was corrected.',
    'customer-impact': 'About 45% of our users were hit.',
    'root-cause': 'It was caused by a misconfiguration of the pool of database connections.',
    resolution: 'Engineers identified it through monitoring alerts and resolved it by restarting the database.',
  },
  started: aTime('15:20', { isAmbiguous: true, text: '09-06-2024 6:20 PM GMT+3' }),
  ended: aTime('22:10', { ...UNDATED, text: '1:10 AM GMT+3' }),
  timeline: (
    [
      ['15:20', 'It begins; user reports say that no booking goes through.'],
      ['15:20', 'Mahari, who develops the backend, sees the same.'],
      ['15:30', 'Engineers begin investigating the logs of the database.'],
      ['15:40', 'Failing connections are identified; the database is looked at.'],
      ['15:45', 'The team mistakenly takes another API to be down.'],
      ['15:50', 'It is escalated to operations.'],
      ['16:00', 'The database is restarted, and connections work.'],
      ['16:10', 'All works when tried, and it is declared resolved.'],
    ] as const
  ).map(([time, text]) => anEvent(aTime(time, UNDATED), text)),
  actionItems: [
    anAction('Investigate the failure of the database: a review of its logs will be made to understand the cause.', {
      ...NOBODY,
      status: 'done',
    }),
  ],
  people: ['Mahari'],
});

export const checkout = bare({
  title: { text: 'Database Server Outage', place: { section: 'summary' } },
  prose: {
    'customer-impact': 'The shop was down, and customers could not pay. About 70% of our users noticed.',
    'root-cause':
      'A misconfigured pool used up all connections. Its maximum was set too low, its minimum of idle ones too high.',
    resolution:
      'The database team modified the configuration of the pool to increase its maximum. The application servers were restarted to pick it up. We watched more closely.',
  },
  started: aTime('10:30'),
  ended: aTime('12:15'),
  timeline: (
    [
      ['10:30', 'Detected via monitoring alerts on connections that time out.'],
      ['10:35', 'The engineer on call received the alert and began to look.'],
      ['10:50', 'Many more errors of the application servers, all about connections.'],
      ['11:00', 'Assumed that a recent patch was to blame; began to roll it back.'],
      ['11:20', 'Rollback completed, but errors persisted.'],
      ['11:35', 'The database team saw many idle connections.'],
      ['12:00', 'Reconfigured the pool and restarted the application servers.'],
      ['12:15', 'Confirmed that all is well, service restored.'],
    ] as const
  ).map(([time, text]) => anEvent(aTime(time, { hasDate: false, hasZone: false }), text)),
  actionItems: [
    anAction('Better Monitoring: Implement finer monitoring of the metrics of the connection pool.', NOBODY),
    anAction('Implement Finer Monitoring: Add monitoring of the metrics of the connection pool.', NOBODY),
    anAction('Develop Playbooks: Create one for each kind of trouble that comes often.', NOBODY),
  ],
});

export const guestHouses = bare({
  prose: {
    summary:
      'Our website broke after a release. Ten minutes later users reported that they could book nothing. A closer look revealed a misconfigured pool. It persisted until the configuration of the pool was rectified.',
    'customer-impact': 'Many complained; about 45% of our users were hit.',
    'root-cause':
      'The root cause was a failure of the connection to the database. Engineers identified it through monitoring alerts and resolved it by restarting the database.',
  },
  started: aTime('13:20', { isAmbiguous: true }),
  ended: aTime('20:10', { isAmbiguous: true }),
  timeline: [
    anEvent('13:20', 'It began. User reports said that nothing can be booked.'),
    anEvent('13:45', 'We were misled and thought another API was down.'),
    anEvent('14:00', 'The team restarts the database, which resolves it.'),
    anEvent('14:10', 'All works when tried, and it is declared resolved.'),
  ],
  actionItems: [
    anAction('Improve monitoring of the database.', NOBODY),
    anAction('Set up a monitoring system for all servers.', NOBODY),
    anAction('Implement a failover that needs nobody.', NOBODY),
  ],
});

export const webService = bare({
  title: { text: 'Web Service Outage Incident', place: { section: 'summary' } },
  prose: {
    'customer-impact': 'An outage of the web service for 30% of users\nPages were slow, and errors came and went',
    'root-cause':
      'The pool ran out of connections due to a misconfiguration\nWith those settings none was given back, and over time none was left.',
    detection: 'Monitoring alerted the team to errors and slow answers.',
    'misleading-paths': 'Looked for an attack.',
    escalation: 'Escalated to the database team, as nothing had helped.',
    resolution:
      'Adjusted the parameters of the pool.\nStabilized the service by restarting what was affected.\nImplemented more monitoring of the pool.',
  },
  started: aTime('14:00', { date: '2023-10-10' }),
  ended: aTime('02:00', { date: '2023-10-11' }),
  timeline: [
    anEvent(aTime('14:30', { date: '2023-10-10' }), 'Monitoring alerted the team.', 'detected'),
    anEvent(undefined, 'Assumed that traffic was the cause and scaled resources.'),
  ],
  actionItems: [
    anAction('Conduct a review of all configurations.', NOBODY),
    anAction('Enhance monitoring to alert on trouble with the pool.', NOBODY),
  ],
});
