import { directChannel } from '../state/find.ts';
import type { ChannelKind, ChannelRecord } from '../state/records.ts';
import { nextTimestamp, nowSeconds, type State } from '../state/state.ts';
import { joinChannel } from './membership.ts';

interface NewChannel {
  readonly name: string;
  readonly kind: ChannelKind;
  readonly creator: string;
  readonly members?: readonly string[];
  readonly isArchived?: boolean;
}

/** As it stands before anybody looks: nothing is announced. */
export function addChannel(state: State, channel: NewChannel): ChannelRecord {
  const createdSeconds = nowSeconds(state);
  const empty = { value: '', creator: '', lastSet: 0 };
  const added: ChannelRecord = {
    id: state.ids.next(channel.kind === 'direct' ? 'D' : 'C'),
    name: channel.name,
    kind: channel.kind,
    isArchived: channel.isArchived ?? false,
    topic: empty,
    purpose: empty,
    creator: channel.creator,
    createdSeconds,
    members: new Set(channel.members ?? []),
    messages: [],
    pins: [],
  };
  state.channels.push(added);
  return added;
}

export function createChannel(state: State, channel: NewChannel): ChannelRecord {
  const created = addChannel(state, channel);
  if (created.kind === 'public') {
    state.announce({
      subscription: 'channel_created',
      event: {
        type: 'channel_created',
        channel: {
          id: created.id,
          name: created.name,
          name_normalized: created.name,
          created: created.createdSeconds,
          creator: created.creator,
          is_channel: true,
        },
        event_ts: nextTimestamp(state),
      },
    });
  }
  joinChannel(state, created, { userId: created.creator });
  return created;
}

export function openDirectChannel(state: State, userId: string): ChannelRecord {
  return (
    directChannel(state, userId) ??
    addChannel(state, {
      name: 'directmessage',
      kind: 'direct',
      creator: state.bot.userId,
      members: [state.bot.userId, userId],
    })
  );
}
