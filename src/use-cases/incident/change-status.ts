import type { Incident } from '../../domain/incident/incident.ts';
import { moveTo, type OpenStatus } from '../../domain/incident/status.ts';
import type { Result } from '../../domain/result.ts';
import type { ChangePorts } from '../change.ts';
import type { RequesterInChannel } from '../request.ts';
import { type MoveRefusal, moveIncident } from './move-incident.ts';

export interface ChangeStatus extends RequesterInChannel {
  readonly status: OpenStatus;
  readonly text: string;
}

/** Moves an incident on, or back. `resolved` says that users have stopped hurting. */
export function changeStatus(ports: ChangePorts, request: ChangeStatus): Promise<Result<Incident, MoveRefusal>> {
  return moveIncident(ports, request, {
    action: 'change-status',
    text: request.text,
    decide: (incident, now) => moveTo(incident, request.status, now),
  });
}
