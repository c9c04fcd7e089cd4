import type { ConversationsListResponse } from '@slack/web-api';
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
