import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { moveTo, type OpenStatus, type StatusRefusal } from '../../domain/incident/status.ts';
import { accept, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { historyOf } from '../../domain/timeline/milestone.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { askToRefresh } from './ask-to-refresh.ts';
import { findIncidentHere, type NoIncidentHere } from './find-incident-here.ts';

export interface ChangeStatus extends RequesterInChannel {
  readonly status: OpenStatus;
  readonly text: string;
}

export type ChangeStatusRefusal = AlreadyHandled | NoIncidentHere | StatusRefusal;

/** Moves an incident on, or back. `resolved` says that users have stopped hurting. */
export async function changeStatus(
  ports: ChangePorts,
  request: ChangeStatus,
): Promise<Result<Incident, ChangeStatusRefusal>> {
  return change<Incident, ChangeStatusRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const moved = moveTo(found.value, request.status, now);
    if (!moved.ok) {
      return moved;
    }
    await records.incidents.save(moved.value);
    await takeResolutionBack(records, { before: found.value, by: request.personId, now });
    await recordChange(ports, records, { before: found.value, request, now });
    return accept(moved.value);
  });
}

/** When it was resolved, as somebody corrected it, says nothing of the next resolution. */
async function takeResolutionBack(
  records: Records,
  { before, by, now }: { readonly before: Incident; readonly by: PersonId; readonly now: Instant },
): Promise<void> {
  const said = historyOf(await records.milestones.list(before.id), 'resolved').at(-1);
  if (before.resolvedAt !== undefined && said?.at !== undefined) {
    const entry = { name: 'resolved', at: undefined, isEstimated: false, eventId: undefined } as const;
    await records.milestones.add(before.id, { ...entry, setBy: by, setAt: now });
  }
}

async function recordChange(
  ports: ChangePorts,
  records: Records,
  changed: { readonly before: Incident; readonly request: ChangeStatus; readonly now: Instant },
): Promise<void> {
  const { before, request, now } = changed;
  const by = { recordedBy: request.personId, at: now, now, incident: before };
  const move = `${before.status} → ${request.status}`;
  const isResolution = request.status === 'resolved' && request.text !== '';

  const change = await recordEvent(ports, records, {
    ...by,
    kind: 'status-changed',
    text: request.text === '' || isResolution ? move : `${move}: ${request.text}`,
  });
  const resolution = isResolution
    ? await recordEvent(ports, records, { ...by, kind: 'resolution', text: request.text })
    : undefined;
  const shown = resolution ?? change;
  if (shown !== undefined) {
    await enqueue(records, before.id, now, { kind: 'post-event-line', eventId: shown.id });
  }
  await askToRefresh(records, before.id, now);
  await audit(records, before, {
    by: request.personId,
    now,
    action: 'change-status',
    details: { from: before.status, to: request.status },
  });
}
