import { statusUpdateId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { IncidentEnded } from '../../domain/incident/status.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { nextDueAt, type StatusUpdate } from '../../domain/updates/status-update.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { findOpenIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Ports, Records } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';

export interface SendUpdate extends RequesterInChannel {
  readonly text: string;
  /** When the next one is due; 0 promises none. The policy's where nobody said. */
  readonly nextInMinutes: number | undefined;
}

export type SendUpdateRefusal = AlreadyHandled | NoIncidentHere | { readonly kind: 'empty-text' } | IncidentEnded;

/** Tells stakeholders where an incident stands: in its channel, and under its announcement. */
export async function sendUpdate(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: SendUpdate,
): Promise<Result<StatusUpdate, SendUpdateRefusal>> {
  const text = request.text.trim();
  if (text === '') {
    return refuse({ kind: 'empty-text' });
  }
  return change<StatusUpdate, SendUpdateRefusal>(ports, request, async (records, now) => {
    const found = await findOpenIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const minutes = request.nextInMinutes ?? ports.policy.updateEveryMinutes;
    const update: StatusUpdate = {
      id: statusUpdateId(ports.ids.next()),
      incidentId: incident.id,
      text,
      sentBy: request.personId,
      at: now,
      nextDueAt: nextDueAt(now, minutes, incident.status),
    };
    await records.updates.add(update);
    await recordUpdate(ports, records, incident, update);
    return accept(update);
  });
}

async function recordUpdate(
  ports: ChangePorts,
  records: Records,
  incident: Incident,
  update: StatusUpdate,
): Promise<void> {
  const { id, text, sentBy, at } = update;
  const event = await recordEvent(ports, records, {
    incident,
    kind: 'update-sent',
    text,
    at,
    now: at,
    recordedBy: sentBy,
  });
  if (event !== undefined) {
    await enqueue(records, incident.id, at, { kind: 'post-update', statusUpdateId: id, eventId: event.id });
  }
  await enqueue(
    records,
    incident.id,
    at,
    { kind: 'refresh-card', incidentId: incident.id },
    { kind: 'announce-update', statusUpdateId: id },
  );
  if (update.nextDueAt !== undefined) {
    await enqueue(records, `nudge-update:${id}`, update.nextDueAt, { kind: 'nudge-update', statusUpdateId: id });
  }
  const details = { update: id, nextDueAt: update.nextDueAt ?? null };
  await audit(records, incident, { by: sentBy, now: at, action: 'send-update', details });
}
