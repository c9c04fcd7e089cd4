import type { ChannelId, PersonId, TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Ports } from '../ports.ts';

export interface ChannelMove {
  readonly teamId: TeamId;
  readonly channel: ChannelId;
  readonly personId: PersonId;
}

/** Notes that somebody is now in an incident's channel; a private incident shows itself to those alone. */
export async function memberJoined(ports: Pick<Ports, 'database'>, move: ChannelMove): Promise<void> {
  await ports.database.transaction(async (records) => {
    const incident = await records.incidents.findByChannel(move.teamId, move.channel);
    if (incident !== undefined) {
      await records.members.add(incident.id, move.personId);
    }
    return accept(undefined);
  });
}

export async function memberLeft(ports: Pick<Ports, 'database'>, move: ChannelMove): Promise<void> {
  await ports.database.transaction(async (records) => {
    const incident = await records.incidents.findByChannel(move.teamId, move.channel);
    if (incident !== undefined) {
      await records.members.remove(incident.id, move.personId);
    }
    return accept(undefined);
  });
}
