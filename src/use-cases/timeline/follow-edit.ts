import type { MessageRef, PersonId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { ToldMessage } from '../directory.ts';
import type { Ports } from '../ports.ts';
import type { Requester } from '../request.ts';
import { askToSync } from './sync-message.ts';

export interface FollowEdit extends Omit<Requester, 'personId'> {
  readonly message: MessageRef;
  /** What it said last, where it was deleted. */
  readonly lastTold: ToldMessage | undefined;
  readonly changedBy: PersonId | undefined;
}

export type FollowEditRefusal = AlreadyHandled | { readonly kind: 'not-on-timeline' };

/** A message was edited or deleted. Almost none is on a timeline; of the one that is, the worker sees what became of it. */
export async function followEdit(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: FollowEdit,
): Promise<Result<undefined, FollowEditRefusal>> {
  const { records } = ports.database;
  const { message, teamId, changedBy } = request;
  // Words that are to leave the record wait in no work either.
  const lastTold = ports.policy.deletedMessages === 'keep' ? request.lastTold : undefined;
  const incident = await records.incidents.findByChannel(teamId, message.channel);
  // A tag without an event: the message is being read at this very moment, perhaps as it was before.
  const [tag] = incident === undefined ? [] : await records.tags.list(incident.id, message);
  const asked = new Map(incident === undefined || tag === undefined ? [] : [[incident.id, tag.by]]);
  for (const { incidentId, recordedBy } of await records.timeline.listByMessage(teamId, message)) {
    asked.set(incidentId, recordedBy);
  }
  if (asked.size === 0) {
    return refuse({ kind: 'not-on-timeline' });
  }
  return change<undefined, FollowEditRefusal>(ports, request, async (changed, now) => {
    for (const [incidentId, askedBy] of asked) {
      const sync = { incidentId, message, askedBy, at: undefined, isCut: false, lastTold, changedBy };
      await askToSync(changed, sync, now);
    }
    return accept(undefined);
  });
}
