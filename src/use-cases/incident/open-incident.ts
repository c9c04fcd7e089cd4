import { incidentId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time.ts';
import { audit } from '../audit.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import type { Requester } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';
import type { AnswerTo } from '../work.ts';

export interface Opening extends Pick<Requester, 'teamId' | 'personId'> {
  readonly title: string;
  readonly summary: string;
  readonly severity: string;
  readonly isPrivate: boolean;
  readonly isDrill: boolean;
  readonly impactStartedAt: Instant | undefined;
  /** What declared it, where that is no person: `the alert hook prometheus`. */
  readonly declaredFor?: string;
  /** Missing where nobody waits for the channel. */
  readonly answerTo: AnswerTo | undefined;
  readonly now: Instant;
}

/** Opens an incident in the caller's transaction. Its channel follows within the second, as work. */
export async function openIncident(
  ports: Pick<Ports, 'ids' | 'hash'>,
  records: Records,
  opening: Opening,
): Promise<Incident> {
  const { teamId, personId, title, summary, severity, isPrivate, isDrill, now } = opening;
  const incident: Incident = {
    id: incidentId(ports.ids.next()),
    teamId,
    number: await records.incidents.nextNumber(teamId),
    title,
    summary,
    severity,
    status: 'investigating',
    isPrivate,
    isDrill,
    declaredBy: personId,
    declaredAt: now,
    resolvedAt: undefined,
    closedAt: undefined,
    channel: undefined,
    card: undefined,
    announcement: undefined,
    version: 1,
  };
  await records.incidents.add(incident);
  await records.members.add(incident.id, personId);
  await record(ports, records, incident, opening);
  const { answerTo } = opening;
  await enqueue(records, incident.id, now, { kind: 'open-channel', incidentId: incident.id, answerTo });
  return incident;
}

async function record(
  ports: Pick<Ports, 'ids' | 'hash'>,
  records: Records,
  incident: Incident,
  { personId, impactStartedAt, declaredFor, isPrivate, isDrill, now }: Opening,
): Promise<void> {
  if (impactStartedAt !== undefined) {
    await records.milestones.add(incident.id, {
      name: 'impact-started',
      at: impactStartedAt,
      isEstimated: false,
      eventId: undefined,
      setBy: personId,
      setAt: now,
    });
  }
  const by = declaredFor === undefined ? '' : ` by ${declaredFor}`;
  await recordEvent(ports, records, {
    incident,
    kind: 'declared',
    text: `Declared as ${isDrill ? 'a drill, ' : ''}${incident.severity}${by}: ${incident.title}`,
    at: now,
    now,
    recordedBy: personId,
  });
  await audit(records, incident, {
    by: personId,
    now,
    action: 'declare-incident',
    details: { number: incident.number, severity: incident.severity, isPrivate, isDrill },
  });
}
