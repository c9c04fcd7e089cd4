import type { Incident } from '../../domain/incident/incident.ts';
import type { IncidentEnded } from '../../domain/incident/status.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { askAgainLater } from '../escalation/follow-answer.ts';
import type { Ports } from '../ports.ts';
import { askForDeadline } from '../postmortem/review/deadline-work.ts';
import type { RequesterInChannel } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { askToRefresh } from './ask-to-refresh.ts';
import { findOpenIncidentHere, type NoIncidentHere } from './find-incident-here.ts';

export interface ChangeSeverity extends RequesterInChannel {
  readonly severity: string;
  readonly reason: string;
}

export type ChangeSeverityRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | IncidentEnded
  | { readonly kind: 'unknown-severity'; readonly severity: string; readonly known: readonly string[] }
  | { readonly kind: 'severity-unchanged'; readonly severity: string };

export async function changeSeverity(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: ChangeSeverity,
): Promise<Result<Incident, ChangeSeverityRefusal>> {
  const known = ports.policy.severities.map(({ name }) => name);
  if (!known.includes(request.severity)) {
    return refuse({ kind: 'unknown-severity', severity: request.severity, known });
  }

  return change<Incident, ChangeSeverityRefusal>(ports, request, async (records, now) => {
    const found = await findOpenIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const before = found.value;
    if (before.severity === request.severity) {
      return refuse({ kind: 'severity-unchanged', severity: before.severity });
    }

    const after = { ...before, severity: request.severity };
    await records.incidents.save(after);
    const move = `${before.severity} → ${after.severity}`;
    const event = await recordEvent(ports, records, {
      incident: after,
      kind: 'severity-changed',
      text: request.reason === '' ? move : `${move}: ${request.reason}`,
      at: now,
      now,
      recordedBy: request.personId,
    });
    if (event !== undefined) {
      await enqueue(records, after.id, now, { kind: 'post-event-line', eventId: event.id });
    }
    for (const escalation of await records.escalations.list(after.id)) {
      await askAgainLater(ports, records, { incident: after, escalation, now });
    }
    await askToRefresh(records, after.id, now);
    if (after.resolvedAt !== undefined) {
      await askForDeadline(records, after.id, now);
    }
    await audit(records, after, {
      by: request.personId,
      now,
      action: 'change-severity',
      details: { from: before.severity, to: after.severity },
    });
    return accept(after);
  });
}
