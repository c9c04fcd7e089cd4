import type { ConversationsListResponse } from '@slack/web-api';
import { type ChannelId, channelId } from '../domain/ids.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { SlackClient } from './slack-client.ts';

export type ListedChannel = NonNullable<ConversationsListResponse['channels']>[number];

/** The first channel, of all that the bot can see and that are not archived, which answers the description. */
export async function findChannel(
  client: SlackClient,
  matches: (channel: ListedChannel) => boolean,
): Promise<ListedChannel | undefined> {
  let cursor: string | undefined;
  do {
    const page = await client.call('conversations.list', (web) =>
      web.conversations.list({
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: 999,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    );
    const found = page?.channels?.find(matches);
    if (found !== undefined) {
      return found;
    }
    cursor = page?.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return undefined;
}

/** A channel that the policy names, with the bot in it. */
export async function findToAnnounce(client: SlackClient, nameOrId: string): Promise<ChannelId> {
  const found = await findChannel(client, ({ id, name }) => name === nameOrId || id === nameOrId);
  if (found?.id === undefined) {
    throw new DeliveryError({ sort: 'never', reason: 'channel_not_found' });
  }
  // In a channel that it has not joined the bot could not look for what it posted before.
  const channel = channelId(found.id);
  if (!found.is_member) {
    await client.call('conversations.join', (web) => web.conversations.join({ channel }));
  }
  return channel;
}
