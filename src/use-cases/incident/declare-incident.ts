import { incidentId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { headline } from '../../domain/incident/title.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import type { Requester } from '../request.ts';
import { checkNotFuture, type FutureTime } from '../timeline/check-not-future.ts';
import { recordEvent } from '../timeline/record-event.ts';

export interface DeclareIncident extends Requester {
  readonly title: string;
  readonly summary: string;
  /** The policy's default where nobody said. */
  readonly severity: string | undefined;
  readonly isPrivate: boolean;
  readonly impactStartedAt: Instant | undefined;
  readonly responseUrl: string | undefined;
}

export type DeclareRefusal =
  | AlreadyHandled
  | { readonly kind: 'empty-title' }
  | FutureTime
  | { readonly kind: 'unknown-severity'; readonly severity: string; readonly known: readonly string[] };

/** Opens an incident. Its channel follows within the second, as work. */
export async function declareIncident(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: DeclareIncident,
): Promise<Result<Incident, DeclareRefusal>> {
  const { title, summary } = headline(request.title);
  if (title === '') {
    return refuse({ kind: 'empty-title' });
  }
  const severity = request.severity ?? ports.policy.defaultSeverity;
  const known = ports.policy.severities.map(({ name }) => name);
  if (!known.includes(severity)) {
    return refuse({ kind: 'unknown-severity', severity, known });
  }

  return change<Incident, DeclareRefusal>(ports, request, async (records, now) => {
    const future = checkNotFuture(request.impactStartedAt ?? now, now);
    if (!future.ok) {
      return future;
    }
    const incident: Incident = {
      id: incidentId(ports.ids.next()),
      teamId: request.teamId,
      number: await records.incidents.nextNumber(request.teamId),
      title,
      summary: [request.summary.trim(), summary].filter((text) => text !== '').join('\n\n'),
      severity,
      status: 'investigating',
      isPrivate: request.isPrivate,
      declaredBy: request.personId,
      declaredAt: now,
      resolvedAt: undefined,
      closedAt: undefined,
      channel: undefined,
      card: undefined,
      announcement: undefined,
      version: 1,
    };
    await record(ports, records, { incident, request, now });
    return accept(incident);
  });
}

async function record(
  ports: Pick<Ports, 'ids' | 'hash'>,
  records: Records,
  declared: { readonly incident: Incident; readonly request: DeclareIncident; readonly now: Instant },
): Promise<void> {
  const { incident, request, now } = declared;
  await records.incidents.add(incident);
  await records.members.add(incident.id, request.personId);
  if (request.impactStartedAt !== undefined) {
    await records.milestones.add(incident.id, {
      name: 'impact-started',
      at: request.impactStartedAt,
      isEstimated: false,
      eventId: undefined,
      setBy: request.personId,
      setAt: now,
    });
  }
  await recordEvent(ports, records, {
    incident,
    kind: 'declared',
    text: `Declared as ${incident.severity}: ${incident.title}`,
    at: now,
    now,
    recordedBy: request.personId,
  });
  await audit(records, incident, {
    by: request.personId,
    now,
    action: 'declare-incident',
    details: { number: incident.number, severity: incident.severity, isPrivate: incident.isPrivate },
  });
  const answerTo = { personId: request.personId, responseUrl: request.responseUrl };
  await enqueue(records, incident.id, now, { kind: 'open-channel', incidentId: incident.id, answerTo });
}
