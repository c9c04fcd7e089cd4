import type { ActionItem } from '../../src/domain/action-items/action-item.ts';
import type { Call, Escalation } from '../../src/domain/escalation/escalation.ts';
import {
  actionItemId,
  callId,
  escalationId,
  groupId,
  incidentId,
  type PersonId,
  personId,
  reviewEntryId,
  statusUpdateId,
  teamId,
  timelineEventId,
} from '../../src/domain/ids.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { Person } from '../../src/domain/people/person.ts';
import {
  NARRATIVE_SECTIONS,
  type NarrativeEntry,
  type NarrativeSection,
} from '../../src/domain/postmortem/narrative.ts';
import type { IncidentRecord } from '../../src/domain/postmortem/record.ts';
import type { ReviewEntry } from '../../src/domain/postmortem/review/review-entry.ts';
import { type CalendarDate, type Instant, instant, timeZone } from '../../src/domain/time.ts';
import type { MilestoneEntry, SettableMilestone } from '../../src/domain/timeline/milestone.ts';
import type { TimelineEvent } from '../../src/domain/timeline/timeline-event.ts';
import type { StatusUpdate } from '../../src/domain/updates/status-update.ts';

export const mahari = personId('U0MAHARI');
export const claire = personId('U0CLAIRE');
export const devops = { kind: 'group', id: groupId('S0DEVOPS'), handle: 'devops' } as const;
export const addisAbaba = timeZone('Africa/Addis_Ababa');

/** An instant of 2024-06-09 in UTC: `at('15:20')`. */
export function at(timeOfDay: string, date = '2024-06-09'): Instant {
  return instant(new Date(`${date}T${timeOfDay}:00.000Z`));
}

export function aPerson(overrides: Partial<Person> & { readonly id: PersonId; readonly name: string }): Person {
  return {
    teamId: teamId('T0TRAVEL'),
    timeZone: addisAbaba,
    locale: undefined,
    isBot: false,
    isDeactivated: false,
    isAdmin: false,
    awayUntil: undefined,
    ...overrides,
  };
}

export function aRecordedIncident(overrides: Partial<Incident> = {}): Incident {
  return {
    id: incidentId('01HZZZ0000000000000000INC1'),
    teamId: teamId('T0TRAVEL'),
    number: 42,
    title: 'Bookings fail after the release',
    summary: '',
    severity: 'SEV1',
    status: 'closed',
    isDrill: false,
    isPrivate: false,
    declaredBy: mahari,
    declaredAt: at('15:25'),
    resolvedAt: at('16:10'),
    closedAt: at('16:40'),
    channel: undefined,
    card: undefined,
    announcement: undefined,
    version: 7,
    ...overrides,
  };
}

/** Its id counts up with `at`, so that events of one instant need an id of their own. */
export function anEventAt(time: string | Instant, overrides: Partial<TimelineEvent> = {}): TimelineEvent {
  const when = time.includes('T') ? (time as Instant) : at(time);
  return {
    id: timelineEventId(`01HZZZ-${when}`),
    incidentId: incidentId('01HZZZ0000000000000000INC1'),
    kind: 'note',
    text: `What happened at ${when.slice(11, 16)}`,
    at: when,
    saidBy: mahari,
    recordedBy: mahari,
    recordedAt: when,
    message: undefined,
    permalink: undefined,
    messageText: undefined,
    mentions: [],
    madeFrom: undefined,
    messageHash: undefined,
    messageEditedAt: undefined,
    files: [],
    taggedBy: [],
    retractedAt: undefined,
    retractedBy: undefined,
    messageDeletedAt: undefined,
    settled: undefined,
    about: undefined,
    line: undefined,
    redactedAt: undefined,
    ...overrides,
  };
}

export function anUpdate(overrides: Partial<StatusUpdate> = {}): StatusUpdate {
  return {
    id: statusUpdateId('01HZZZ0000000000000000UPD1'),
    incidentId: incidentId('01HZZZ0000000000000000INC1'),
    text: 'Bookings fail for half of our users; we are on it',
    sentBy: mahari,
    at: at('15:40'),
    nextDueAt: at('16:10'),
    ...overrides,
  };
}

/** Somebody said when a turning point was. */
export function aMilestone(
  name: SettableMilestone,
  time: Instant | undefined,
  overrides: Partial<MilestoneEntry> = {},
): MilestoneEntry {
  return { name, at: time, isEstimated: false, eventId: undefined, setBy: mahari, setAt: at('16:00'), ...overrides };
}

export function anEscalation(overrides: Partial<Escalation> = {}): Escalation {
  return {
    id: escalationId('01HZZZ0000000000000000ESC1'),
    incidentId: incidentId('01HZZZ0000000000000000INC1'),
    target: devops,
    plan: { steps: [{ targets: [devops], waitMinutes: 5 }], rounds: 3, contacts: [] },
    isUrgent: true,
    reason: 'The database refuses connections',
    requestedBy: mahari,
    requestedAt: at('15:50'),
    state: 'answered',
    position: { round: 1, step: 1 },
    acknowledgedBy: claire,
    acknowledgedAt: at('15:53'),
    heldBy: claire,
    heldSince: at('15:53'),
    resumed: 0,
    endedAt: undefined,
    calls: [],
    message: undefined,
    eventId: undefined,
    ...overrides,
  };
}

/** What it was before anybody answered. */
export const unanswered = {
  state: 'calling',
  acknowledgedBy: undefined,
  acknowledgedAt: undefined,
  heldBy: undefined,
  heldSince: undefined,
} as const;

export function aCall(overrides: Partial<Call> = {}): Call {
  return {
    id: callId('01HZZZ000000000000000CALL1'),
    escalationId: escalationId('01HZZZ0000000000000000ESC1'),
    round: 1,
    step: 1,
    target: devops,
    personId: claire,
    calledAt: at('15:50'),
    deliveredAt: undefined,
    state: 'delivered',
    resumed: 0,
    isQuiet: false,
    note: undefined,
    respondedAt: undefined,
    message: undefined,
    ...overrides,
  };
}

export function anItem(overrides: Partial<ActionItem> = {}): ActionItem {
  return {
    id: actionItemId('01HZZZ0000000000000000ACT1'),
    incidentId: incidentId('01HZZZ0000000000000000INC1'),
    title: 'Test the pool settings under load before every release',
    kind: 'prevent',
    owner: { kind: 'person', id: claire },
    dueOn: '2024-06-23' as CalendarDate,
    doneWhen: 'the release pipeline fails with a pool of 5',
    status: 'open',
    createdBy: mahari,
    createdAt: at('16:20'),
    priority: undefined,
    acceptedAt: undefined,
    snoozedUntil: undefined,
    plannedAt: at('16:45'),
    endedAt: undefined,
    permalink: undefined,
    ...overrides,
  };
}

export function aNarrativeEntry(overrides: Partial<NarrativeEntry> = {}): NarrativeEntry {
  return {
    section: 'summary',
    version: 1,
    text: 'Bookings failed for 50 minutes.',
    writtenBy: claire,
    writtenAt: at('16:40'),
    restored: undefined,
    isAside: false,
    ...overrides,
  };
}

export function narrativeOf(texts: Partial<Record<NarrativeSection, string>>): readonly NarrativeEntry[] {
  return NARRATIVE_SECTIONS.flatMap((section) => {
    const text = texts[section];
    return text === undefined ? [] : [aNarrativeEntry({ section, text })];
  });
}

/** An incident that was just declared, of which nothing else is known. */
export function aReviewEntry(overrides: Partial<ReviewEntry> = {}): ReviewEntry {
  return {
    id: reviewEntryId('01HZZZ00000000000000REVIEW'),
    incidentId: aRecordedIncident().id,
    kind: 'asked',
    by: claire,
    at: at('17:00'),
    reviewer: undefined,
    words: '',
    version: '0123456789abcdef',
    announcement: undefined,
    ...overrides,
  };
}

export function aRecord(overrides: Partial<IncidentRecord> = {}): IncidentRecord {
  return {
    incident: aRecordedIncident({
      status: 'investigating',
      resolvedAt: undefined,
      closedAt: undefined,
    }),
    events: [],
    milestones: [],
    roles: [],
    escalations: [],
    actionItems: [],
    narrative: [],
    givenUp: new Map(),
    waivers: [],
    review: [],
    people: new Map(
      [aPerson({ id: mahari, name: 'Mahari' }), aPerson({ id: claire, name: 'Claire' })].map((person) => [
        person.id,
        person,
      ]),
    ),
    zone: addisAbaba,
    images: new Map(),
    ...overrides,
  };
}
