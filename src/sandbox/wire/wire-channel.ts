import type { ChannelRecord, Description } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { wireTab } from './wire-canvas.ts';

/** https://docs.slack.dev/reference/objects/conversation-object */
export function wireChannel(state: State, channel: ChannelRecord) {
  return channel.kind === 'direct' ? wireDirectChannel(state, channel) : wireNamedChannel(state, channel);
}

function wireNamedChannel(state: State, channel: ChannelRecord) {
  const tabs = state.canvases.filter(({ channelId, isDeleted }) => channelId === channel.id && !isDeleted);
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_archived: channel.isArchived,
    is_general: false,
    is_member: channel.members.has(state.bot.userId),
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    created: channel.createdSeconds,
    creator: channel.creator,
    context_team_id: state.team.id,
    topic: wireDescription(channel.topic),
    purpose: wireDescription(channel.purpose),
    previous_names: [],
    properties: { tabs: tabs.map(wireTab) },
  };
}

function wireDirectChannel(state: State, channel: ChannelRecord) {
  return {
    id: channel.id,
    created: channel.createdSeconds,
    is_archived: false,
    is_im: true,
    is_org_shared: false,
    context_team_id: state.team.id,
    user: [...channel.members].find((member) => member !== state.bot.userId) ?? state.bot.userId,
  };
}

function wireDescription({ value, creator, lastSet }: Description) {
  return { value, creator, last_set: lastSet };
}
