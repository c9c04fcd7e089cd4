import type { KnownBlock } from '@slack/types';
import type { ChatPostEphemeralResponse, ChatPostMessageResponse, ChatUpdateResponse } from '@slack/web-api';
import { z } from 'zod';
import { checkMessage } from '../blocks/check-message.ts';
import { editMessage } from '../effects/change-message.ts';
import { openDirectChannel } from '../effects/create-channel.ts';
import { postMessage } from '../effects/post-message.ts';
import { channelById, directChannel, personById } from '../state/find.ts';
import type { ChannelRecord, MessageMetadata } from '../state/records.ts';
import { nowMilliseconds, type State } from '../state/state.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { foundMessage, ownChannel } from './find-channel.ts';
import { type Answer, BooleanArgument, defineMethod, JsonArgument } from './method.ts';
import { SlackError } from './slack-error.ts';

const Content = z.strictObject({
  text: z.string().optional(),
  blocks: JsonArgument.optional(),
  metadata: JsonArgument.optional(),
});

const scopes = ['chat:write'];
const refusals = { blocks: 'invalid_blocks_format', metadata: 'invalid_metadata_format' };

/** https://docs.slack.dev/reference/methods/chat.postMessage */
export const chatMethods = {
  'chat.postMessage': defineMethod({
    scopes,
    refusals,
    schema: Content.extend({
      channel: z.string(),
      thread_ts: z.string().optional(),
      unfurl_links: BooleanArgument.optional(),
      unfurl_media: BooleanArgument.optional(),
    }),
    run(state, given): Answer<ChatPostMessageResponse> {
      const channel = ownChannel(state, channelFor(state, given.channel).id);
      requireMessagesTab(state, channel);
      limitRate(state, channel);
      const content = read(given, 'chat.postMessage');
      const message = postMessage(state, channel, {
        ...asBot(state),
        ...content,
        ...inThread(channel, given.thread_ts),
      });
      return { channel: channel.id, ts: message.ts, message: wireMessage(state, message, { metadata: true }) };
    },
  }),

  'chat.update': defineMethod({
    scopes,
    refusals,
    schema: Content.extend({ channel: z.string(), ts: z.string() }),
    run(state, given): Answer<ChatUpdateResponse> {
      const channel = ownChannel(state, given.channel, 'is_inactive');
      const message = foundMessage(channel, given.ts);
      if (message.botId !== state.bot.botId) {
        throw new SlackError('cant_update_message');
      }
      editMessage(state, channel, message, { by: state.bot.userId, ...read(given, 'chat.update') });
      return { channel: channel.id, ts: message.ts, text: message.text };
    },
  }),

  'chat.postEphemeral': defineMethod({
    scopes,
    refusals,
    schema: Content.extend({ channel: z.string(), user: z.string(), thread_ts: z.string().optional() }),
    run(state, given): Answer<ChatPostEphemeralResponse> {
      const channel = ownChannel(state, given.channel);
      if (!channel.members.has(given.user)) {
        throw new SlackError('user_not_in_channel');
      }
      const message = postMessage(state, channel, {
        ...asBot(state),
        ...read(given, 'chat.postEphemeral'),
        ephemeralFor: given.user,
        ...inThread(channel, given.thread_ts),
      });
      return { message_ts: message.ts };
    },
  }),
};

export function asBot({ bot }: State) {
  return { userId: bot.userId, botId: bot.botId };
}

/** A person's id in place of a channel's means the direct messages with them. */
function channelFor(state: State, id: string): ChannelRecord {
  const channel = channelById(state, id) ?? directChannel(state, id);
  if (channel !== undefined) {
    return channel;
  }
  const person = personById(state, id);
  if (person === undefined || person.isDeactivated) {
    throw new SlackError('channel_not_found');
  }
  return openDirectChannel(state, person.id);
}

function requireMessagesTab({ manifest }: State, channel: ChannelRecord): void {
  if (channel.kind === 'direct' && !manifest.features.app_home.messages_tab_enabled) {
    throw new SlackError('messages_tab_disabled');
  }
}

/** Where a thread's first message is deleted, Slack posts beside it. https://github.com/slack-go/slack/issues/1571 */
function inThread({ messages }: ChannelRecord, ts: string | undefined): { readonly threadTs?: string } {
  if (ts === undefined) {
    return {};
  }
  const parent = messages.find((message) => message.ts === ts && message.ephemeralFor === undefined);
  if (parent === undefined) {
    throw new SlackError('thread_not_found');
  }
  return parent.isDeleted ? {} : { threadTs: ts };
}

function read(given: z.output<typeof Content>, method: Parameters<typeof checkMessage>[1]) {
  const problem = checkMessage(given, method);
  if (problem !== undefined) {
    throw new SlackError(problem.code, { response_metadata: { messages: problem.messages } });
  }
  return {
    text: given.text ?? '',
    ...(given.blocks === undefined ? {} : { blocks: given.blocks as KnownBlock[] }),
    ...(given.metadata === undefined ? {} : { metadata: given.metadata as MessageMetadata }),
  };
}

/** About one message a second in a channel. https://docs.slack.dev/apis/web-api/rate-limits */
function limitRate(state: State, channel: ChannelRecord): void {
  if (!state.limitsRates) {
    return;
  }
  const last = channel.messages.findLast(({ botId }) => botId === state.bot.botId);
  if (last !== undefined && nowMilliseconds(state) - Math.floor(Number(last.ts) * 1_000) < 1_000) {
    throw new SlackError('ratelimited', { retryAfterSeconds: 1 });
  }
}
