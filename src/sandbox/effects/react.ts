import type { ChannelRecord, MessageRecord } from '../state/records.ts';
import { nextTimestamp, type State } from '../state/state.ts';

interface Reaction {
  readonly channel: ChannelRecord;
  readonly message: MessageRecord;
  readonly name: string;
  readonly by: string;
}

export function hasReacted({ message, name, by }: Reaction): boolean {
  return message.reactions.some((reaction) => reaction.name === name && reaction.users.includes(by));
}

export function addReaction(state: State, reaction: Reaction): void {
  const { message, name, by } = reaction;
  const isNew = message.reactions.every((other) => other.name !== name);
  message.reactions = isNew
    ? [...message.reactions, { name, users: [by] }]
    : message.reactions.map((other) => (other.name === name ? { name, users: [...other.users, by] } : other));
  announceReaction(state, 'reaction_added', reaction);
}

export function removeReaction(state: State, reaction: Reaction): void {
  const { message, name, by } = reaction;
  message.reactions = message.reactions
    .map((other) => (other.name === name ? { name, users: other.users.filter((user) => user !== by) } : other))
    .filter(({ users }) => users.length > 0);
  announceReaction(state, 'reaction_removed', reaction);
}

function announceReaction(state: State, type: string, { channel, message, name, by }: Reaction): void {
  state.announce({
    subscription: type,
    channel,
    event: {
      type,
      user: by,
      reaction: name,
      item: { type: 'message', channel: channel.id, ts: message.ts },
      ...(message.userId === undefined ? {} : { item_user: message.userId }),
      event_ts: nextTimestamp(state),
    },
  });
}
