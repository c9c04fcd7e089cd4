import type { MessageRef } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { SpokenKind } from '../../domain/timeline/timeline-event.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { RequesterInChannel } from '../request.ts';
import { checkNotFuture, type FutureTime } from './check-not-future.ts';
import { askToSync } from './sync-message.ts';
import { tagByHand } from './tag-by-hand.ts';

export interface KeepMessage extends RequesterInChannel {
  readonly message: MessageRef;
  readonly kind: SpokenKind;
  /** When it happened; undefined: when the message was written. */
  readonly at: Instant | undefined;
}

export type KeepMessageRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | FutureTime
  | { readonly kind: 'already-on-timeline' };

/** Puts a whole message on the timeline that is too long for a form; the worker reads it. */
export async function keepMessage(
  ports: ChangePorts,
  request: KeepMessage,
): Promise<Result<undefined, KeepMessageRefusal>> {
  return change<undefined, KeepMessageRefusal>(ports, request, async (records, now) => {
    const future = checkNotFuture(request.at ?? now, now);
    if (!future.ok) {
      return future;
    }
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return refuse(found.refusal);
    }
    const { message, kind, at, personId } = request;
    const earlier = await records.timeline.findByMessage(found.value.id, message);
    if (earlier !== undefined && earlier.retractedAt === undefined) {
      return refuse({ kind: 'already-on-timeline' });
    }
    await tagByHand(records, { incidentId: found.value.id, message, kind, by: personId, isSet: true }, now);
    await askToSync(records, { incidentId: found.value.id, message, askedBy: personId, at, isCut: false }, now);
    return accept(undefined);
  });
}
