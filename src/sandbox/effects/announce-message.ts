import type { ChannelKind, ChannelRecord, MessageRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { wireMessage } from '../wire/wire-message.ts';

const SUBSCRIPTIONS: Readonly<Record<ChannelKind, string>> = {
  public: 'message.channels',
  private: 'message.groups',
  direct: 'message.im',
};

export const CHANNEL_TYPES: Readonly<Record<ChannelKind, string>> = {
  public: 'channel',
  private: 'group',
  direct: 'im',
};

export function announceMessage(state: State, channel: ChannelRecord, message: MessageRecord): void {
  announceMessageEvent(state, channel, {
    ...wireMessage(state, message, { metadata: true }),
    ...(message.threadTs === undefined ? {} : { parent_user_id: rootOf(channel, message)?.userId }),
    ...wireRoot(state, channel, message),
    event_ts: message.ts,
  });
}

export function announceMessageEvent(
  state: State,
  channel: ChannelRecord,
  event: Readonly<Record<string, unknown>>,
): void {
  state.announce({
    subscription: SUBSCRIPTIONS[channel.kind],
    channel,
    event: { ...event, type: 'message', channel: channel.id, channel_type: CHANNEL_TYPES[channel.kind] },
  });
}

/** In a direct message nobody needs to mention whom they talk to: there is no `app_mention` there. */
export function announceMention(state: State, channel: ChannelRecord, message: MessageRecord): void {
  const { userId: botUserId } = state.bot;
  const mentions = message.text.includes(`<@${botUserId}>`) || message.text.includes(`<@${botUserId}|`);
  if (channel.kind === 'direct' || message.userId === botUserId || !mentions) {
    return;
  }
  state.announce({
    subscription: 'app_mention',
    channel,
    event: {
      ...wireMessage(state, message, { metadata: false }),
      type: 'app_mention',
      channel: channel.id,
      event_ts: message.ts,
    },
  });
}

/** A reply that is shown in the channel brings along what it replies to. */
function wireRoot(state: State, channel: ChannelRecord, message: MessageRecord) {
  const root = message.subtype === 'thread_broadcast' ? rootOf(channel, message) : undefined;
  return root === undefined ? {} : { root: wireMessage(state, root, { metadata: false }) };
}

function rootOf(channel: ChannelRecord, { threadTs }: MessageRecord): MessageRecord | undefined {
  return channel.messages.find(({ ts }) => ts === threadTs);
}
