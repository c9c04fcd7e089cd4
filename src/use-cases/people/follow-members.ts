import type { ChannelId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { MemberMove } from '../ports.ts';
import type { Requester } from '../request.ts';

export interface ChannelMove extends Requester, MemberMove {
  readonly channel: ChannelId;
}

export type ChannelMoveRefusal = AlreadyHandled | { readonly kind: 'no-incident-here' };

/** Notes who is now in an incident's channel, and who no more; a private incident shows itself to its members alone. */
export async function memberMoved(
  ports: ChangePorts,
  move: ChannelMove,
): Promise<Result<undefined, ChannelMoveRefusal>> {
  return change<undefined, ChannelMoveRefusal>(ports, move, async (records) => {
    const incident = await records.incidents.findByChannel(move.teamId, move.channel);
    if (incident === undefined) {
      return refuse({ kind: 'no-incident-here' });
    }
    await records.members.move(incident.id, move.personId, move);
    return accept(undefined);
  });
}
