import type { ChannelId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { askToScheduleIncident } from '../action-items/schedule-reminders.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';
import type { Requester } from '../request.ts';
import type { MemberMove } from '../stores.ts';

export interface ChannelMove extends Requester, MemberMove {
  readonly channel: ChannelId;
  /** `movedAt`, as a time to tell people. */
  readonly at: Instant;
}

export type ChannelMoveRefusal = AlreadyHandled | { readonly kind: 'no-incident-here' };

/** Notes who is now in an incident's channel, and who no more; a private incident shows itself to its members alone. */
export async function memberMoved(
  ports: ChangePorts,
  move: ChannelMove,
): Promise<Result<undefined, ChannelMoveRefusal>> {
  return change<undefined, ChannelMoveRefusal>(ports, move, async (records, now) => {
    const incident = await records.incidents.findByChannel(move.teamId, move.channel);
    if (incident === undefined) {
      return refuse({ kind: 'no-incident-here' });
    }
    await records.members.move(incident.id, move.personId, move);
    if (incident.isPrivate) {
      await askToScheduleIncident(records, incident.id, now);
    }
    if (move.kind === 'joined') {
      await askToRecord(records, { incident, move, now });
    }
    return accept(undefined);
  });
}

/** In a lane of their own: whoever is not known yet has to be looked up, and nothing waits for that. */
async function askToRecord(
  records: Records,
  { incident, move, now }: { readonly incident: Incident; readonly move: ChannelMove; readonly now: Instant },
): Promise<void> {
  const { personId, at } = move;
  const join = { kind: 'record-join', incidentId: incident.id, personId, at } as const;
  await enqueue(records, `record-join:${incident.id}:${personId}`, now, join);
}
