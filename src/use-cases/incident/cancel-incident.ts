import type { Incident } from '../../domain/incident/incident.ts';
import { cancel } from '../../domain/incident/status.ts';
import type { Result } from '../../domain/result.ts';
import type { ChangePorts } from '../change.ts';
import type { RequesterInChannel } from '../request.ts';
import { type MoveRefusal, moveIncident } from './move-incident.ts';

/** Ends what was a false alarm, without a postmortem. */
export function cancelIncident(
  ports: ChangePorts,
  request: RequesterInChannel & { readonly reason: string },
): Promise<Result<Incident, MoveRefusal>> {
  return moveIncident(ports, request, { action: 'cancel-incident', text: request.reason, decide: cancel });
}
