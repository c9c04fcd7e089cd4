import { type ChannelId, channelId } from '../domain/ids.ts';
import { nextChannelName } from '../domain/incident/channel-name.ts';
import type { Incident } from '../domain/incident/incident.ts';
import { toMilliseconds } from '../domain/time.ts';
import type { Attempt } from '../use-cases/messenger.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import { findChannel } from './find-channel.ts';
import { CLOCK_SKEW_SECONDS, type SlackClient } from './slack-client.ts';

const MOST_NAMES = 20;

/** Makes the incident's channel, under the next free name where somebody else has the one we want. */
export async function openChannel(
  client: SlackClient,
  request: {
    readonly incident: Incident;
    readonly name: string;
    readonly botUserId: string;
    readonly attempt: Attempt;
  },
): Promise<ChannelId> {
  const { incident, name, attempt } = request;
  for (let taken = 0; taken < MOST_NAMES; taken++) {
    const candidate = taken === 0 ? name : nextChannelName(name, taken);
    const created = await client.call(
      'conversations.create',
      (web) => web.conversations.create({ name: candidate, is_private: incident.isPrivate }),
      ['name_taken'],
    );
    if (created?.channel?.id !== undefined) {
      return channelId(created.channel.id);
    }
    const ours = attempt.isRepeat ? await findOurs(client, { ...request, name: candidate }) : undefined;
    if (ours !== undefined) {
      return ours;
    }
  }
  throw new DeliveryError({ sort: 'never', reason: 'name_taken' });
}

/** The channel of that name, where an earlier attempt of ours made it; an older one belongs to another incident. */
async function findOurs(
  client: SlackClient,
  request: { readonly incident: Incident; readonly name: string; readonly botUserId: string },
): Promise<ChannelId | undefined> {
  const earliest = Math.floor(toMilliseconds(request.incident.declaredAt) / 1_000) - CLOCK_SKEW_SECONDS;
  const found = await findChannel(
    client,
    ({ name, creator, created }) =>
      name === request.name && creator === request.botUserId && (created ?? 0) >= earliest,
  );
  return found?.id === undefined ? undefined : channelId(found.id);
}
