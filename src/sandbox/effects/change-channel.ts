import type { ChannelRecord } from '../state/records.ts';
import { nextTimestamp, nowSeconds, type State } from '../state/state.ts';
import { postMessage } from './post-message.ts';

interface ChannelChange {
  readonly channel: ChannelRecord;
  readonly by: string;
}

export function setTopic(state: State, { channel, by }: ChannelChange, topic: string): void {
  channel.topic = { value: topic, creator: by, lastSet: nowSeconds(state) };
  const text = `<@${by}> set the channel topic: ${topic}`;
  postMessage(state, channel, { userId: by, subtype: 'channel_topic', text, topic });
}

/** Every app hears of a public channel's end, and only those in it of a private one's. */
export function archiveChannel(state: State, { channel, by }: ChannelChange): void {
  const type = channel.kind === 'private' ? 'group_archive' : 'channel_archive';
  state.announce({
    subscription: type,
    ...(channel.kind === 'private' ? { channel } : {}),
    event: { type, channel: channel.id, user: by, event_ts: nextTimestamp(state) },
  });
  postMessage(state, channel, { userId: by, subtype: 'channel_archive', text: `<@${by}> archived the channel` });
  channel.isArchived = true;
}
