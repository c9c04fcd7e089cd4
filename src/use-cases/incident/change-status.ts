import type { Incident } from '../../domain/incident/incident.ts';
import { moveTo, type OpenStatus, type StatusRefusal } from '../../domain/incident/status.ts';
import { accept, type Result } from '../../domain/result.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { RequesterInChannel } from '../request.ts';
import { findIncidentHere, type NoIncidentHere } from './find-incident-here.ts';
import { recordMove } from './record-move.ts';

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
    await recordMove(ports, records, { ...request, before: found.value, action: 'change-status', now });
    return accept(moved.value);
  });
}
