import type {
  PinsAddResponse,
  ReactionsAddResponse,
  ReactionsGetResponse,
  ReactionsRemoveResponse,
} from '@slack/web-api';
import { z } from 'zod';
import { pinMessage } from '../effects/pin.ts';
import { addReaction, hasReacted, removeReaction } from '../effects/react.ts';
import type { ChannelRecord, MessageRecord } from '../state/records.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { foundMessage, ownChannel } from './find-channel.ts';
import { type Answer, BooleanArgument, defineMethod } from './method.ts';
import { SlackError } from './slack-error.ts';

const OnMessage = z.strictObject({ channel: z.string(), timestamp: z.string().optional() });

/** What is put on a message: pins and reactions. */
export const markMethods = {
  'pins.add': defineMethod({
    scopes: ['pins:write'],
    schema: OnMessage,
    run(state, given): Answer<PinsAddResponse> {
      const channel = ownChannel(state, given.channel);
      const message = markedMessage(channel, given.timestamp);
      if (channel.pins.includes(message.ts)) {
        throw new SlackError('already_pinned');
      }
      pinMessage(state, { channel, message, by: state.bot.userId });
      return {};
    },
  }),

  'reactions.get': defineMethod({
    scopes: ['reactions:read'],
    schema: OnMessage.extend({ full: BooleanArgument.default(false) }),
    run(state, given): Answer<ReactionsGetResponse> {
      const channel = ownChannel(state, given.channel);
      const wired = wireMessage(state, markedMessage(channel, given.timestamp), { metadata: false });
      const { reactions } = markedMessage(channel, given.timestamp);
      const all = reactions.map(({ name, users }) => ({ name, users: [...users], count: users.length }));
      return {
        type: 'message',
        channel: channel.id,
        message: { ...wired, ...(given.full && all.length > 0 ? { reactions: all } : {}) },
      };
    },
  }),

  'reactions.remove': defineMethod({
    scopes: ['reactions:write'],
    schema: OnMessage.extend({ name: z.string() }),
    run(state, given): Answer<ReactionsRemoveResponse> {
      const channel = ownChannel(state, given.channel);
      const message = markedMessage(channel, given.timestamp);
      const reaction = { channel, message, name: given.name, by: state.bot.userId };
      if (!hasReacted(reaction)) {
        throw new SlackError('no_reaction');
      }
      removeReaction(state, reaction);
      return {};
    },
  }),

  'reactions.add': defineMethod({
    scopes: ['reactions:write'],
    refusals: { name: 'invalid_name' },
    schema: OnMessage.extend({ name: z.string() }),
    run(state, given): Answer<ReactionsAddResponse> {
      const channel = ownChannel(state, given.channel);
      const message = markedMessage(channel, given.timestamp);
      if (!/^[a-z0-9_+'-]+(?:::skin-tone-[2-6])?$/u.test(given.name)) {
        throw new SlackError('invalid_name');
      }
      const reaction = { channel, message, name: given.name, by: state.bot.userId };
      if (hasReacted(reaction)) {
        throw new SlackError('already_reacted');
      }
      addReaction(state, reaction);
      return {};
    },
  }),
};

function markedMessage(channel: ChannelRecord, ts: string | undefined): MessageRecord {
  if (ts === undefined) {
    throw new SlackError('no_item_specified');
  }
  if (!/^\d+\.\d{6}$/u.test(ts)) {
    throw new SlackError('bad_timestamp');
  }
  return foundMessage(channel, ts);
}
