import type { Escalation } from '../../escalation/escalation.ts';
import { millisecondsBetween } from '../../time.ts';
import type { EscalationCall, Escalations } from '../postmortem.ts';
import type { IncidentRecord } from '../record.ts';
import { draftLine } from './draft-timeline.ts';
import type { Names } from './names-in.ts';

/** An escalation that Faultline tracked also stands on the timeline, at the same instant; it is told once. */
export function draftEscalations(record: IncidentRecord, names: Names): Escalations {
  const tracked = new Set(record.escalations.map(({ requestedAt }) => requestedAt));
  const events = record.events.filter(({ kind }) => kind === 'escalation');
  return {
    calls: record.escalations.map((escalation) => {
      const event = events.find(({ at }) => at === escalation.requestedAt);
      return { ...draftCall(escalation, names), permalink: event?.permalink };
    }),
    logged: events.filter(({ at }) => !tracked.has(at)).map((event) => draftLine(event, names)),
  };
}

function draftCall(escalation: Escalation, names: Names): Omit<EscalationCall, 'permalink'> {
  const { requestedAt, acknowledgedBy, acknowledgedAt } = escalation;
  return {
    target: escalation.target.kind === 'policy' ? `policy ${escalation.target.name}` : names.ofParty(escalation.target),
    reason: escalation.reason,
    requestedBy: names.ofPerson(escalation.requestedBy),
    requestedAt,
    acknowledgedBy: acknowledgedBy === undefined ? undefined : names.ofPerson(acknowledgedBy),
    acknowledgedAt,
    millisecondsToAcknowledge:
      acknowledgedAt === undefined ? undefined : millisecondsBetween(requestedAt, acknowledgedAt),
  };
}
