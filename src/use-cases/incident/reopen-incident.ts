import type { Incident } from '../../domain/incident/incident.ts';
import { reopen } from '../../domain/incident/status.ts';
import type { Result } from '../../domain/result.ts';
import type { ChangePorts } from '../change.ts';
import type { RequesterInChannel } from '../request.ts';
import { type MoveRefusal, moveIncident } from './move-incident.ts';

/** Leads an incident that is over back to its beginning; closing it again drafts the postmortem anew. */
export function reopenIncident(
  ports: ChangePorts,
  request: RequesterInChannel & { readonly reason: string },
): Promise<Result<Incident, MoveRefusal>> {
  return moveIncident(ports, request, { action: 'reopen-incident', text: request.reason, decide: reopen });
}
