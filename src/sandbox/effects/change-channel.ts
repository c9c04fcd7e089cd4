import type { ChannelRecord } from '../state/records.ts';
import { nextTimestamp, nowSeconds, type State } from '../state/state.ts';
import { postMessage } from './post-message.ts';

interface ChannelChange {
  readonly channel: ChannelRecord;
  readonly by: string;
}

export function setTopic(state: State, { channel, by }: ChannelChange, topic: string): void {
  channel.topic = { value: topic, creator: by, lastSet: nowSeconds(state) };
  say(state, { channel, by }, 'channel_topic', `set the channel topic: ${topic}`);
}

export function setPurpose(state: State, { channel, by }: ChannelChange, purpose: string): void {
  channel.purpose = { value: purpose, creator: by, lastSet: nowSeconds(state) };
  say(state, { channel, by }, 'channel_purpose', `set the channel description: ${purpose}`);
}

export function renameChannel(state: State, { channel, by }: ChannelChange, name: string): void {
  const previous = channel.name;
  channel.previousNames.unshift(previous);
  channel.name = name;
  announceChannel(state, channel, 'rename', {
    channel: { id: channel.id, name, name_normalized: name, created: channel.createdSeconds },
  });
  say(state, { channel, by }, 'channel_name', `has renamed the channel from "${previous}" to "${name}"`);
}

export function archiveChannel(state: State, { channel, by }: ChannelChange): void {
  announceChannel(state, channel, 'archive', { channel: channel.id, user: by });
  say(state, { channel, by }, 'channel_archive', 'archived the channel');
  channel.isArchived = true;
}

export function unarchiveChannel(state: State, { channel, by }: ChannelChange): void {
  channel.isArchived = false;
  announceChannel(state, channel, 'unarchive', { channel: channel.id, user: by });
  say(state, { channel, by }, 'channel_unarchive', 'un-archived the channel');
}

function say(state: State, { channel, by }: ChannelChange, subtype: string, text: string): void {
  postMessage(state, channel, { userId: by, subtype, text: `<@${by}> ${text}` });
}

/** What happens to a public channel every app hears of; what happens to a private one only those in it. */
function announceChannel(
  state: State,
  channel: ChannelRecord,
  what: string,
  event: Readonly<Record<string, unknown>>,
): void {
  const type = `${channel.kind === 'private' ? 'group' : 'channel'}_${what}`;
  state.announce({
    subscription: type,
    ...(channel.kind === 'private' ? { channel } : {}),
    event: { ...event, type, event_ts: nextTimestamp(state) },
  });
}
