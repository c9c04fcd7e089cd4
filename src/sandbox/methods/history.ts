import type { ConversationsHistoryResponse, ConversationsRepliesResponse } from '@slack/web-api';
import { z } from 'zod';
import type { ChannelKind, ChannelRecord, MessageRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { visibleChannel } from './find-channel.ts';
import { type Answer, BooleanArgument, defineMethod, requireChannelScope } from './method.ts';
import { pageOf } from './page-of.ts';
import { SlackError } from './slack-error.ts';

const HISTORY: Readonly<Record<ChannelKind, readonly string[]>> = {
  public: ['channels:history'],
  private: ['groups:history'],
  direct: ['im:history'],
};

/** `1700000000` or `1700000000.123001`. */
const Timestamp = z
  .string()
  .regex(/^\d+(?:\.\d{1,6})?$/u)
  .transform(Number);

const Range = z.strictObject({
  channel: z.string(),
  oldest: Timestamp.default(0),
  latest: Timestamp.default(Number.POSITIVE_INFINITY),
  inclusive: BooleanArgument.default(false),
  limit: z.coerce.number().int().min(1).max(999).default(100),
  cursor: z.string().optional(),
  include_all_metadata: BooleanArgument.default(false),
});

const refusals = { oldest: 'invalid_ts_oldest', latest: 'invalid_ts_latest', limit: 'invalid_limit' };

/** https://docs.slack.dev/reference/methods/conversations.history */
export const historyMethods = {
  'conversations.history': defineMethod({
    refusals,
    schema: Range,
    run(state, range): Answer<ConversationsHistoryResponse> {
      const channel = readableChannel(state, range.channel);
      const newestFirst = inRange(channel, range)
        .filter(({ threadTs, subtype }) => threadTs === undefined || subtype === 'thread_broadcast')
        .toReversed();
      return wirePage(state, newestFirst, range);
    },
  }),

  'conversations.replies': defineMethod({
    refusals: { ...refusals, ts: 'thread_not_found' },
    schema: Range.extend({ ts: z.string() }),
    run(state, range): Answer<ConversationsRepliesResponse> {
      const channel = readableChannel(state, range.channel);
      const asked = channel.messages.find(({ ts }) => ts === range.ts);
      if (asked === undefined || asked.isDeleted || asked.ephemeralFor !== undefined) {
        throw new SlackError('thread_not_found');
      }
      const isReply = asked.threadTs !== undefined;
      const thread = inRange(channel, range).filter(({ ts, threadTs }) =>
        isReply ? ts === asked.ts : ts === asked.ts || threadTs === asked.ts,
      );
      return wirePage(state, thread, range);
    },
  }),
};

function readableChannel(state: State, id: string): ChannelRecord {
  const channel = visibleChannel(state, id);
  requireChannelScope(state, channel, HISTORY);
  if (!channel.members.has(state.bot.userId)) {
    throw new SlackError('not_in_channel');
  }
  return channel;
}

function inRange(
  { messages }: ChannelRecord,
  { oldest, latest, inclusive }: z.output<typeof Range>,
): readonly MessageRecord[] {
  return messages.filter(({ ts, isDeleted, ephemeralFor }) => {
    const at = Number(ts);
    const isWithin = (at > oldest && at < latest) || (inclusive && (at === oldest || at === latest));
    return isWithin && !isDeleted && ephemeralFor === undefined;
  });
}

function wirePage(state: State, messages: readonly MessageRecord[], range: z.output<typeof Range>) {
  const page = pageOf(messages, range);
  return {
    messages: page.items.map((message) => wireMessage(state, message, { metadata: range.include_all_metadata })),
    has_more: page.nextCursor !== '',
    response_metadata: { next_cursor: page.nextCursor },
  };
}
