import type { ConversationsHistoryResponse, ConversationsRepliesResponse } from '@slack/web-api';
import { type MessageRef, messageKey, personId } from '../domain/ids.ts';
import { toMilliseconds } from '../domain/time.ts';
import type { StandingReaction } from '../domain/timeline/reconcile-tags.ts';
import type { HistoryMessage, HistoryPage, HistoryReaction, Stretch } from '../use-cases/directory.ts';
import { CLOCK_SKEW_SECONDS, type SlackClient } from './slack-client.ts';
import { isTombstone, messageContent } from './text/message-content.ts';
import { type OurNames, saidMessage } from './text/said-message.ts';
import { instantOfTimestamp } from './text/slack-time.ts';

/** Slack advises 200 at most: https://docs.slack.dev/reference/methods/conversations.history */
const MESSAGES_PER_PAGE = 200;

export async function readHistory(
  client: SlackClient,
  us: OurNames,
  stretch: Stretch,
): Promise<HistoryPage | undefined> {
  const page = await readPage(client, stretch);
  return (
    page && {
      messages: (page.messages ?? []).flatMap((message) => toHistoryMessage(message, us)),
      nextCursor: page.response_metadata?.next_cursor || undefined,
    }
  );
}

function readPage(client: SlackClient, { channel, since, until, thread, cursor }: Stretch) {
  const range = { channel, limit: MESSAGES_PER_PAGE, ...(cursor === undefined ? {} : { cursor }) };
  if (thread !== undefined) {
    return client.call<ConversationsRepliesResponse>(
      'conversations.replies',
      (web) => web.conversations.replies({ ...range, ts: thread }),
      ['thread_not_found', ...NOT_THERE],
    );
  }
  const oldest = String(toMilliseconds(since) / 1_000 - CLOCK_SKEW_SECONDS);
  const latest = until === undefined ? {} : { latest: String(toMilliseconds(until) / 1_000) };
  return client.call<ConversationsHistoryResponse>(
    'conversations.history',
    (web) => web.conversations.history({ ...range, oldest, ...latest }),
    NOT_THERE,
  );
}

/** Whoever removed the bot from a channel may bring it back; it is read then. */
const NOT_THERE = ['not_in_channel', 'channel_not_found'];

type SlackMessage = NonNullable<(ConversationsHistoryResponse & ConversationsRepliesResponse)['messages']>[number];

function toHistoryMessage(message: SlackMessage, us: OurNames): readonly HistoryMessage[] {
  const { ts } = message;
  return ts === undefined
    ? []
    : [
        {
          ...messageContent(message),
          key: messageKey(ts),
          isDeleted: isTombstone(message),
          said: saidMessage(message, us),
          hasReplies: (message.reply_count ?? 0) > 0,
          lastReplyAt: message.latest_reply === undefined ? undefined : instantOfTimestamp(message.latest_reply),
          reactions: (message.reactions ?? []).map(toReaction),
          reactionCount: countReactions(message.reactions ?? [], us),
        },
      ];
}

interface SlackReaction {
  readonly name?: string;
  readonly users?: readonly string[];
  readonly count?: number;
}

function countReactions(reactions: readonly SlackReaction[], { botUserId }: OurNames): number {
  const ours = reactions.filter(({ users = [] }) => users.includes(botUserId)).length;
  return reactions.reduce((sum, { count = 0 }) => sum + count, 0) - ours;
}

/** “The users array in the reactions property might not always contain all users”; the count does count them. */
function toReaction({ name = '', users = [], count = users.length }: SlackReaction): HistoryReaction {
  return { name, by: users.map(personId), isCut: users.length < count };
}

/** https://docs.slack.dev/reference/methods/reactions.get */
export async function readReactions(
  client: SlackClient,
  { channel, key }: MessageRef,
): Promise<readonly StandingReaction[] | undefined> {
  const found = await client.call(
    'reactions.get',
    (web) => web.reactions.get({ channel, timestamp: key, full: true }),
    ['message_not_found'],
  );
  return found?.message && (found.message.reactions ?? []).map(toReaction);
}
