import { actionItemId, callId, escalationId, personId, timelineEventId } from '../../src/domain/ids.ts';
import type { NarrativeSection } from '../../src/domain/postmortem/narrative.ts';
import type { IncidentRecord } from '../../src/domain/postmortem/record.ts';
import type { CalendarDate } from '../../src/domain/time.ts';
import type { TimelineEvent, TimelineKind } from '../../src/domain/timeline/timeline-event.ts';
import {
  aCall,
  aMilestone,
  anEscalation,
  anEventAt,
  anItem,
  aRecord,
  aRecordedIncident,
  at,
  claire,
  devops,
  mahari,
  narrativeOf,
  unanswered,
} from './record-builder.ts';

const NARRATIVE: Record<NarrativeSection, string> = {
  summary:
    'Ten minutes after the release of the new tour search, 45% of our users could neither sign in nor book.\n\n' +
    'The connection pool of the web application was configured too small and ran empty. Correcting it ended the incident.',
  'customer-impact': 'About 45% of users (some 3,200 people) could not sign in or book for 6 h 50 min.',
  affected: '45% of users, some 3,200 people',
  'business-impact': 'Roughly 410 bookings were not made; an estimate from the same evening a week before.',
  detection: 'Three customers wrote to support; no alert had rung.',
  'root-cause':
    'The release set `max_connections` of the pool from 50 to 5 and `min_idle` from 2 to 5.\n' +
    'Idle connections were never given back, so that new ones timed out after 30 s.',
  'contributing-factors':
    '- The staging environment has one user, so the pool never ran empty there\n- No alert watches how long requests wait for a connection',
  resolution:
    'A restart helped for some minutes. Setting the pool back to 50/2 and restarting the application ended it.',
  lessons: 'A pool setting is code: it needs a review and a load test.',
  'went-well': '- Claire answered within three minutes\n- Updates every 30 minutes',
  'went-badly': 'We blamed the availability API for half an hour.',
  'got-lucky': 'It was a Sunday; on a Friday it would have been four times as many.',
  'internal-communication': 'Updates in #inc-42 and #engineering every 30 minutes.',
  'external-communication':
    'Status page at 18:40 and 01:15, see https://status.example.com/incidents/42?lang=en&full=1.',
};

/** A whole evening that crosses midnight in its own zone, with every section filled. */
export function aWholeRecord(): IncidentRecord {
  const incident = aRecordedIncident({ resolvedAt: at('22:10'), closedAt: at('22:40') });
  return aRecord({
    incident,
    events: [
      event('15:20', 'detected', 'Three customers write that they cannot book; I see the same', 'p1'),
      event('15:25', 'declared', 'Declared as SEV1: Bookings fail after the release'),
      event('15:26', 'joined', 'Joined'),
      event('15:27', 'joined', 'Joined', undefined, claire),
      event('15:28', 'role-changed', 'Claire is commander'),
      event('15:30', 'investigation', 'Looking at database logs, slow queries and the network', 'p2'),
      event('15:40', 'communication', 'Status page: bookings are failing, we are on it', 'p3'),
      event(
        '15:45',
        'misleading-path',
        'Looks like the availability API | is down?\nIts own status page is green though',
        'p4',
      ),
      event('15:50', 'escalation', 'Escalated to @devops: The database refuses connections', 'p5'),
      event('15:53', 'acknowledged', 'Answered the call after 3 min', undefined, claire),
      event('16:00', 'mitigation', 'Restarted the database server; bookings work again', 'p6', claire),
      { ...event('16:22', 'called', 'Claire may not notice the call: called @devops'), saidBy: undefined },
      event('16:25', 'severity-changed', 'SEV2 → SEV1: it is back'),
      event('16:50', 'escalation', 'Phoned the database vendor'),
      event('21:30', 'cause-found', 'The pool allows 5 connections, all idle', 'p7', claire),
      event('21:50', 'decision', 'Set the pool back instead of rolling the whole release back', 'p8', claire),
      event('22:05', 'resolution', 'Pool set to 50/2, application restarted, bookings verified', 'p9', claire),
      event('22:07', 'action-item-added', 'Test the pool settings under load before every release'),
      event('22:10', 'resolved', 'monitoring → resolved'),
    ],
    milestones: [
      aMilestone('impact-started', at('15:20'), { isEstimated: true }),
      aMilestone('mitigated', at('16:00')),
    ],
    roles: [
      { incidentId: incident.id, role: 'commander', person: claire, assignedBy: mahari, at: at('15:28') },
      { incidentId: incident.id, role: 'communications-lead', person: mahari, assignedBy: mahari, at: at('15:35') },
    ],
    escalations: [
      anEscalation({
        eventId: timelineEventId('01HZZZ-15:50-escalation'),
        calls: [
          aCall({ personId: undefined }),
          aCall({ id: callId('CALL2'), state: 'answered', respondedAt: at('15:53') }),
          aCall({ id: callId('CALL3'), personId: personId('U0HANA'), isQuiet: true }),
        ],
      }),
      anEscalation({
        ...unanswered,
        id: escalationId('01HZZZ0000000000000000ESC2'),
        target: { kind: 'policy', name: 'database' },
        reason: '',
        isUrgent: false,
        requestedBy: claire,
        requestedAt: at('16:20'),
        state: 'ended',
        endedAt: at('22:10'),
        calls: [
          aCall({ id: callId('CALL4'), target: { kind: 'rota', name: 'database' }, calledAt: at('16:20') }),
          aCall({
            id: callId('CALL5'),
            target: { kind: 'webhook', name: 'pager' },
            personId: undefined,
            calledAt: at('16:20'),
            state: 'failed',
            note: 'http_503',
          }),
        ],
      }),
    ],
    actionItems: [
      anItem({
        priority: 'P1',
        ticket: { key: 'acme/infra#12', url: 'https://github.com/acme/infra/issues/12', isGone: false },
      }),
      anItem({
        id: actionItemId('01HZZZ0000000000000000ACT2'),
        title: 'Alert when a request waits > 1 s for a connection',
        ticket: { key: 'acme/infra#11', url: undefined, isGone: true },
        kind: 'detect',
        owner: { kind: 'person', id: mahari },
        dueOn: '2024-06-16' as CalendarDate,
        priority: 'P0',
        doneWhen: undefined,
        permalink: 'https://travel.slack.com/archives/C042/p10',
      }),
      anItem({
        id: actionItemId('01HZZZ0000000000000000ACT3'),
        title: 'Ask why the status page took 20 minutes',
        kind: undefined,
        owner: devops,
        priority: 'P3',
        dueOn: undefined,
        doneWhen: undefined,
      }),
      anItem({
        id: actionItemId('01HZZZ0000000000000000ACT4'),
        title: 'Write the pool down in the runbook',
        kind: 'process',
        status: 'done',
      }),
      anItem({
        id: actionItemId('01HZZZ0000000000000000ACT5'),
        title: 'Move the status page to another host',
        kind: 'mitigate',
        priority: 'P2',
        status: 'wont-do',
      }),
    ],
    givenUp: new Map([[actionItemId('01HZZZ0000000000000000ACT5'), 'It moves with the whole site in autumn']]),
    narrative: narrativeOf(NARRATIVE),
  });
}

function event(time: string, kind: TimelineKind, text: string, message?: string, saidBy = mahari): TimelineEvent {
  return anEventAt(time, {
    id: timelineEventId(`01HZZZ-${time}-${kind}`),
    kind,
    text,
    saidBy,
    recordedBy: saidBy,
    permalink: message === undefined ? undefined : `https://travel.slack.com/archives/C042/${message}`,
  });
}
