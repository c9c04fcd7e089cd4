import type { MessageRef } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { Requester } from '../request.ts';
import { askToSync } from './sync-message.ts';

export interface FollowEdit extends Omit<Requester, 'personId'> {
  readonly message: MessageRef;
}

export type FollowEditRefusal = AlreadyHandled | { readonly kind: 'not-on-timeline' };

/** A message was edited or deleted. Almost none is on a timeline; of the one that is, the worker sees what became of it. */
export async function followEdit(
  ports: ChangePorts,
  request: FollowEdit,
): Promise<Result<undefined, FollowEditRefusal>> {
  const { records } = ports.database;
  const { message, teamId } = request;
  const incident = await records.incidents.findByChannel(teamId, message.channel);
  const event = incident === undefined ? undefined : await records.timeline.findByMessage(incident.id, message);
  if (incident === undefined || event === undefined) {
    return refuse({ kind: 'not-on-timeline' });
  }
  const askedBy = event.saidBy ?? event.recordedBy;
  return change<undefined, FollowEditRefusal>(ports, { ...request, personId: askedBy }, async (changed, now) => {
    await askToSync(changed, { incidentId: incident.id, message, askedBy, at: undefined }, now);
    return accept(undefined);
  });
}
