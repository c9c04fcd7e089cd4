import type { Incident } from '../../domain/incident/incident.ts';
import { reopen, type StatusRefusal } from '../../domain/incident/status.ts';
import { accept, type Result } from '../../domain/result.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { RequesterInChannel } from '../request.ts';
import { findIncidentHere, type NoIncidentHere } from './find-incident-here.ts';
import { recordMove } from './record-move.ts';

export type ReopenRefusal = AlreadyHandled | NoIncidentHere | StatusRefusal;

/** Leads a resolved or closed incident back to its beginning; closing it again drafts the postmortem anew. */
export async function reopenIncident(
  ports: ChangePorts,
  request: RequesterInChannel & { readonly reason: string },
): Promise<Result<Incident, ReopenRefusal>> {
  return change<Incident, ReopenRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const reopened = reopen(found.value);
    if (!reopened.ok) {
      return reopened;
    }
    await records.incidents.save(reopened.value);
    const move = {
      before: found.value,
      status: 'investigating',
      text: request.reason,
      action: 'reopen-incident',
    } as const;
    await recordMove(ports, records, { ...request, ...move, now });
    return accept(reopened.value);
  });
}
