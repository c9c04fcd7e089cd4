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
      'On May 7th users reported that they could not book, with the system completely unavailable. It was identified as a database connection issue, which was resolved by restarting the database service. Measures are being taken to prevent similar incidents in the future.',
    'customer-impact': 'Approximately 500 users who wanted to book an appointment were affected.',
    'business-impact':
      'Direct financial impact due to potential loss of fees. Additionally, negative impact on reputation.',
    'root-cause': 'Misconfiguration in the connection pool settings, causing database connections to be exhausted.',
    'contributing-factors':
      'Lack of thorough testing in a production-like environment that could have caught the misconfiguration earlier.',
    resolution:
      'Restarted the database service to restore connectivity temporarily. Corrected the misconfiguration in the pool settings.',
    lessons: 'Proactive monitoring: automated monitoring systems can help detect issues before they become outages.',
    'internal-communication': 'Effective communication via Slack channels facilitated collaboration.',
    'external-communication': 'Regular updates were posted on our social media channels and website.',
  },
  started: aTime('14:00', { date: '2024-05-07' }),
  ended: aTime('15:30', { date: '2024-05-07' }),
  durations: [aDuration(90, 'approximately 1 hour, 30 minutes')],
  timeline: (
    [
      ['14:00', 'Reports of inability to book appointments start pouring in.'],
      ['14:10', 'Technical team begins investigating the issue.'],
      ['14:20', 'Database connectivity issues identified as the potential root cause.'],
      ['14:30', 'Database service restarted to attempt to resolve the issue.'],
      ['14:45', 'Database service back online, but connectivity issues persist.'],
      ['15:00', 'Further investigation reveals misconfiguration in the connection pool.'],
      ['15:15', 'Misconfiguration corrected, database connection tested successfully.'],
      ['15:30', 'Appointment booking fully restored.'],
    ] as const
  )
    .map(([time, text]) => anEvent(aTime(time, { date: '2024-05-07', hasZone: false }), text))
    .concat(anEvent(aTime('10:00', { date: '2024-05-08', hasZone: false }), 'Postmortem meeting conducted.')),
  actionItems: [
    anAction('Implement automated monitoring to alert on database connectivity issues'),
    anAction('Enhance testing procedures to include thorough testing of connection configurations', {
      owner: 'Technical Team',
      isOwnedByPerson: false,
    }),
  ],
});

export const tours = bare({
  prose: {
    summary:
      'On 09-06-2024 our new website failed shortly after deploying a new feature. Within 10 minutes users began reporting issues with booking. Approximately 45% of our user base was affected. A misconfigured database connection pool was the root cause.\nThe incident began at 6:20 PM GMT+3 and persisted until 1:10 AM GMT+3 when the database connection pool configuration was corrected.',
    'customer-impact': 'Approximately 45% of our user base was affected.',
    'root-cause': 'The outage was caused by a misconfiguration in the database connection pool.',
    resolution:
      'The issue was identified by the engineering team through monitoring alerts and resolved by restarting the database server.',
  },
  started: aTime('15:20', { isAmbiguous: true, text: '09-06-2024 6:20 PM GMT+3' }),
  ended: aTime('22:10', { ...UNDATED, text: '1:10 AM GMT+3' }),
  timeline: (
    [
      ['15:20', 'The issue begins; user reports indicate an inability to complete bookings.'],
      ['15:20', 'Mahari, our senior backend developer, encounters the same issue.'],
      ['15:30', 'The engineering team begins investigating, focusing on database logs.'],
      ['15:40', 'The database connection failure is identified; the team starts troubleshooting the database server.'],
      ['15:45', 'The team mistakenly believes the external API is experiencing an outage.'],
      ['15:50', 'The incident is escalated to the DevOps team.'],
      ['16:00', 'The database server is restarted, resolving the connection issue.'],
      ['16:10', 'Functionality is verified, and the incident is declared resolved.'],
    ] as const
  ).map(([time, text]) => anEvent(aTime(time, UNDATED), text)),
  actionItems: [
    anAction(
      'Investigate the Database Server Failure: A detailed review of server logs will be conducted to understand the cause.',
      { ...NOBODY, status: 'done' },
    ),
  ],
  people: ['Mahari'],
});

export const checkout = bare({
  title: { text: 'Database Server Outage', place: { section: 'summary' } },
  prose: {
    'customer-impact':
      'Our primary service was down, preventing customers from completing purchases. Approximately 70% of our users experienced disruptions.',
    'root-cause':
      'A misconfigured database connection pool exhausted available connections. The maximum was set too low, while the minimum of idle connections was set too high.',
    resolution:
      'The database team modified the connection pool configuration to increase the maximum. After making these adjustments, the application servers were restarted to apply the new settings. Monitoring was intensified.',
  },
  started: aTime('10:30'),
  ended: aTime('12:15'),
  timeline: (
    [
      ['10:30', 'Issue detected via automated monitoring alerts indicating database connection timeouts.'],
      ['10:35', 'Engineer on-call received alert and began investigation.'],
      ['10:50', 'Noticed spike in application server errors related to database connections.'],
      ['11:00', 'Assumed issue was related to recent database server patch; began rollback process.'],
      ['11:20', 'Rollback completed, but issue persisted.'],
      ['11:35', 'Database team identified high number of idle connections.'],
      ['12:00', 'Reconfigured connection pool settings and restarted application servers.'],
      ['12:15', 'Confirmed resolution of the issue, service fully restored.'],
    ] as const
  ).map(([time, text]) => anEvent(aTime(time, { hasDate: false, hasZone: false }), text)),
  actionItems: [
    anAction('Enhanced Monitoring: Implement more granular monitoring for database connection pool metrics.', NOBODY),
    anAction('Implement Granular Monitoring: Add monitoring for database connection pool metrics.', NOBODY),
    anAction('Develop Incident Playbooks: Create detailed playbooks for common types of outages.', NOBODY),
  ],
});

export const guestHouses = bare({
  prose: {
    summary:
      'Our website failed after a new feature deployment. 10 minutes after the update users reported being unable to book. Further investigation revealed a misconfigured database connection pool. It persisted until the database connection pool was rectified.',
    'customer-impact': 'We received significant number of complaints, impacting about 45% of our users.',
    'root-cause':
      'The root cause of the outage was a failure of the connection between the web application and the database. The engineering team identified the issue through monitoring alerts and successfully resolved it by restarting the database server.',
  },
  started: aTime('13:20', { isAmbiguous: true }),
  ended: aTime('20:10', { isAmbiguous: true }),
  timeline: [
    anEvent('13:20', 'The issue began. User reports indicated an inability to complete bookings.'),
    anEvent('13:45', 'We were mislead by thinking that the external API experienced an outage.'),
    anEvent('14:00', 'The team restarts the database server, which resolves the connection issue.'),
    anEvent('14:10', 'Functionality is verified, and the incident is declared resolved.'),
  ],
  actionItems: [
    anAction('Improve monitoring of the database server health to provide early warnings.', NOBODY),
    anAction('Setup a monitoring system for the database and application servers.', NOBODY),
    anAction('Implement automated failover mechanisms.', NOBODY),
  ],
});

export const webService = bare({
  title: { text: 'Web Service Outage Incident', place: { section: 'summary' } },
  prose: {
    'customer-impact':
      'Web service outage affecting 30% of users\nUsers experienced slow page loading and intermittent errors',
    'root-cause':
      'Database connection pool exhaustion due to a misconfiguration\nMisconfigured settings led to connections not being released, causing exhaustion over time.',
    detection: 'Automated monitoring alerted the team to increased error rates and latency.',
    'misleading-paths': 'Explored potential DDoS attack scenarios.',
    escalation: "Escalated to the database team when initial efforts didn't resolve the issue.",
    resolution:
      'Adjusted connection pool parameters to prevent exhaustion.\nStabilized services by restarting affected components.\nImplemented additional monitoring to detect abnormal behavior.',
  },
  started: aTime('14:00', { date: '2023-10-10' }),
  ended: aTime('02:00', { date: '2023-10-11' }),
  timeline: [
    anEvent(aTime('14:30', { date: '2023-10-10' }), 'Automated monitoring alerted the team.', 'detected'),
    anEvent(undefined, 'Assumed high traffic as the cause initially and scaled resources.'),
  ],
  actionItems: [
    anAction('Conduct a comprehensive review of system configurations.', NOBODY),
    anAction('Enhance monitoring to proactively detect and alert on database connection pool issues.', NOBODY),
  ],
});
