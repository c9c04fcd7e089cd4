import type { ChannelId, MessageKey } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { SaidMessage } from '../directory.ts';
import type { Ports } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { dropWords } from './drop-words.ts';
import { keepSaid } from './keep-said.ts';

export interface HeardMessage extends Omit<RequesterInChannel, 'personId'> {
  readonly said: SaidMessage;
}

export interface HeardDeletion extends Omit<RequesterInChannel, 'personId'> {
  readonly key: MessageKey;
  /** What it was, where that is told: a deletion may arrive before its message. */
  readonly said: SaidMessage | undefined;
  readonly deletedAt: Instant;
}

export type HearingRefusal = AlreadyHandled | { readonly kind: 'no-incident-here' };

type HearingPorts = ChangePorts & Pick<Ports, 'policy'>;

/** Somebody said something in a channel, or edited it. */
export async function hearMessage(
  ports: HearingPorts,
  heard: HeardMessage,
): Promise<Result<undefined, HearingRefusal>> {
  const incident = await findIncident(ports, heard);
  if (incident === undefined) {
    return refuse({ kind: 'no-incident-here' });
  }
  return change<undefined, HearingRefusal>(ports, heard, async (records, now) => {
    await keepSaid(records, ports.policy.transcript, { incident, said: heard.said, now });
    return accept(undefined);
  });
}

/** A message of a channel was deleted. */
export async function hearDeletion(
  ports: HearingPorts,
  heard: HeardDeletion,
): Promise<Result<undefined, HearingRefusal>> {
  const incident = await findIncident(ports, heard);
  if (incident === undefined) {
    return refuse({ kind: 'no-incident-here' });
  }
  return change<undefined, HearingRefusal>(ports, heard, async (records, now) => {
    const { said, key, channel, deletedAt } = heard;
    const message = { channel, key };
    if (said !== undefined && (await records.transcript.find(incident.id, message)) === undefined) {
      await keepSaid(records, ports.policy.transcript, { incident, said, now });
    }
    await dropWords(records, { incidentId: incident.id, message, deletedAt });
    return accept(undefined);
  });
}

/** Most of what is said reaches channels of no incident; it costs no transaction. */
function findIncident(
  { database }: Pick<Ports, 'database'>,
  { teamId, channel }: Pick<RequesterInChannel, 'teamId'> & { readonly channel: ChannelId },
) {
  return database.records.incidents.findByChannel(teamId, channel);
}
