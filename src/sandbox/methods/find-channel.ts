import { channelById, messageAt } from '../state/find.ts';
import type { ChannelKind, ChannelRecord, MessageRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { requireChannelScope } from './method.ts';
import { SlackError } from './slack-error.ts';

/** A channel that the bot can see: a private one only from within. */
export function visibleChannel(state: State, id: string): ChannelRecord {
  const channel = channelById(state, id);
  if (channel === undefined || (channel.kind !== 'public' && !channel.members.has(state.bot.userId))) {
    throw new SlackError('channel_not_found');
  }
  return channel;
}

/** A channel in which the bot is, and that is open. */
export function ownChannel(state: State, id: string, archived = 'is_archived'): ChannelRecord {
  const channel = visibleChannel(state, id);
  if (!channel.members.has(state.bot.userId)) {
    throw new SlackError('not_in_channel');
  }
  if (channel.isArchived) {
    throw new SlackError(archived);
  }
  return channel;
}

export const MANAGE: Readonly<Record<ChannelKind, readonly string[]>> = {
  public: ['channels:manage'],
  private: ['groups:write'],
  direct: ['im:write'],
};

/** A channel of its own whose members and topic the bot may change. */
export function manageableChannel(state: State, id: string): ChannelRecord {
  const channel = visibleChannel(state, id);
  requireChannelScope(state, channel, MANAGE);
  if (channel.kind === 'direct') {
    throw new SlackError('method_not_supported_for_channel_type');
  }
  return ownChannel(state, id);
}

export function foundMessage(channel: ChannelRecord, ts: string): MessageRecord {
  const message = messageAt(channel, ts);
  if (message === undefined) {
    throw new SlackError('message_not_found');
  }
  return message;
}
