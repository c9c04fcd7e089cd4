import type { Incident } from '../../domain/incident/incident.ts';
import type { StatusRefusal } from '../../domain/incident/status.ts';
import { accept, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { RequesterInChannel } from '../request.ts';
import { findIncidentHere, type NoIncidentHere } from './find-incident-here.ts';
import { recordMove } from './record-move.ts';

export type MoveRefusal = AlreadyHandled | NoIncidentHere | StatusRefusal;

interface Moving {
  readonly action: string;
  /** Why, in the words of whoever moved it. */
  readonly text: string;
  readonly decide: (incident: Incident, now: Instant) => Result<Incident, StatusRefusal>;
}

/** Moves the incident of this channel on or back, as the domain decides. */
export async function moveIncident(
  ports: ChangePorts,
  request: RequesterInChannel,
  { action, text, decide }: Moving,
): Promise<Result<Incident, MoveRefusal>> {
  return change<Incident, MoveRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const moved = decide(found.value, now);
    if (!moved.ok) {
      return moved;
    }
    await records.incidents.save(moved.value);
    const { personId } = request;
    await recordMove(ports, records, { before: found.value, status: moved.value.status, text, action, personId, now });
    return accept(moved.value);
  });
}
