import type { KnownBlock } from '@slack/types';
import type { ChannelRecord, MessageMetadata, MessageRecord } from '../state/records.ts';
import { nextTimestamp, type State } from '../state/state.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { announceMessageEvent } from './announce-message.ts';
import { nameBlocks } from './post-message.ts';

interface MessageChange {
  readonly by: string;
  readonly text: string;
  readonly blocks?: readonly KnownBlock[];
  readonly metadata?: MessageMetadata;
}

export function editMessage(state: State, channel: ChannelRecord, message: MessageRecord, change: MessageChange): void {
  const previous = wireMessage(state, message, { metadata: true });
  const ts = nextTimestamp(state);
  message.text = change.text;
  message.blocks = change.blocks === undefined ? message.blocks : nameBlocks(state, change.blocks);
  if (change.metadata !== undefined) {
    message.metadata = change.metadata;
  }
  message.edited = { userId: change.by, ts };
  if (message.ephemeralFor === undefined) {
    announceMessageEvent(state, channel, {
      subtype: 'message_changed',
      hidden: true,
      message: wireMessage(state, message, { metadata: true }),
      previous_message: previous,
      ts,
      event_ts: ts,
    });
  }
}

export function deleteMessage(state: State, channel: ChannelRecord, message: MessageRecord): void {
  if (channel.messages.some(({ threadTs, isDeleted }) => threadTs === message.ts && !isDeleted)) {
    leaveTombstone(state, channel, message);
    return;
  }
  const previous = wireMessage(state, message, { metadata: true });
  message.isDeleted = true;
  channel.pins = channel.pins.filter((ts) => ts !== message.ts);
  if (message.ephemeralFor === undefined) {
    const ts = nextTimestamp(state);
    announceMessageEvent(state, channel, {
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: message.ts,
      previous_message: previous,
      ts,
      event_ts: ts,
    });
  }
  const root = channel.messages.find(({ ts }) => ts === message.threadTs);
  if (root?.subtype === 'tombstone' && !root.isDeleted) {
    // It stood for the sake of its replies: goes with the last of them.
    deleteEmptyStone(state, channel, root);
  }
}

function deleteEmptyStone(state: State, channel: ChannelRecord, stone: MessageRecord): void {
  if (channel.messages.every(({ threadTs, isDeleted }) => threadTs !== stone.ts || isDeleted)) {
    deleteMessage(state, channel, stone);
  }
}

/** Of a message that has replies something stays to hold the thread; Slack tells of it as of an edit. */
function leaveTombstone(state: State, channel: ChannelRecord, message: MessageRecord): void {
  message.subtype = 'tombstone';
  editMessage(state, channel, message, { by: message.userId ?? state.bot.userId, text: 'This message was deleted.' });
}
