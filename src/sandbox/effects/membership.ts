import type { ChannelRecord } from '../state/records.ts';
import { nextTimestamp, type State } from '../state/state.ts';
import { CHANNEL_TYPES } from './announce-message.ts';
import { postMessage } from './post-message.ts';

export function joinChannel(
  state: State,
  channel: ChannelRecord,
  membership: { readonly userId: string; readonly inviterId?: string },
): void {
  const { userId, inviterId } = membership;
  channel.members.add(userId);
  announceMembership(state, 'member_joined_channel', {
    channel,
    userId,
    ...(inviterId === undefined ? {} : { inviterId }),
  });
  postMessage(state, channel, { userId, subtype: 'channel_join', text: `<@${userId}> has joined the channel` });
}

/** Whoever leaves hears of it no more: the bot is told with `channel_left` or `group_left`. */
export function leaveChannel(state: State, channel: ChannelRecord, userId: string): void {
  channel.members.delete(userId);
  announceMembership(state, 'member_left_channel', { channel, userId });
  postMessage(state, channel, { userId, subtype: 'channel_leave', text: `<@${userId}> has left the channel` });
  if (userId === state.bot.userId) {
    const type = channel.kind === 'private' ? 'group_left' : 'channel_left';
    state.announce({
      subscription: type,
      event: { type, channel: channel.id, actor_id: userId, event_ts: nextTimestamp(state) },
    });
  }
}

function announceMembership(
  state: State,
  type: string,
  { channel, userId, inviterId }: { channel: ChannelRecord; userId: string; inviterId?: string },
): void {
  state.announce({
    subscription: type,
    channel,
    event: {
      type,
      user: userId,
      channel: channel.id,
      channel_type: CHANNEL_TYPES[channel.kind] === 'group' ? 'G' : 'C',
      team: state.team.id,
      ...(inviterId === undefined ? {} : { inviter: inviterId }),
      event_ts: nextTimestamp(state),
    },
  });
}
