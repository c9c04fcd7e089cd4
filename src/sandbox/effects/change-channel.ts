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

/** Told like the end of a channel; nobody tells by whom. https://docs.slack.dev/reference/events/channel_rename */
export function renameChannel(state: State, { channel, by }: ChannelChange, name: string): void {
  const oldName = channel.name;
  channel.name = name;
  const type = channel.kind === 'private' ? 'group_rename' : 'channel_rename';
  state.announce({
    subscription: type,
    ...(channel.kind === 'private' ? { channel } : {}),
    event: {
      type,
      channel: {
        id: channel.id,
        is_channel: channel.kind === 'public',
        is_mpim: false,
        name,
        name_normalized: name,
        created: channel.createdSeconds,
      },
      event_ts: nextTimestamp(state),
    },
  });
  const text = `<@${by}> has renamed the channel from "${oldName}" to "${name}"`;
  postMessage(state, channel, { userId: by, subtype: 'channel_name', text });
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

/** Told like its end; of a private one under another name. https://docs.slack.dev/reference/events/group_unarchive */
export function unarchiveChannel(state: State, { channel, by }: ChannelChange): void {
  channel.isArchived = false;
  const isPrivate = channel.kind === 'private';
  const type = isPrivate ? 'group_unarchive' : 'channel_unarchive';
  state.announce({
    subscription: type,
    ...(isPrivate ? { channel } : {}),
    event: {
      type,
      channel: channel.id,
      ...(isPrivate ? { actor_id: by } : { user: by }),
      event_ts: nextTimestamp(state),
    },
  });
  postMessage(state, channel, { userId: by, subtype: 'channel_unarchive', text: `<@${by}> un-archived the channel` });
}
