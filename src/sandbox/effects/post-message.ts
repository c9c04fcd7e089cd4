import type { KnownBlock } from '@slack/types';
import type { AttachmentRecord, ChannelRecord, FileRecord, MessageMetadata, MessageRecord } from '../state/records.ts';
import { nextTimestamp, type State } from '../state/state.ts';
import { announceMention, announceMessage } from './announce-message.ts';

export interface NewMessage {
  readonly userId?: string;
  readonly botId?: string;
  readonly appName?: string;
  readonly subtype?: string;
  readonly topic?: string;
  readonly text: string;
  readonly blocks?: readonly KnownBlock[];
  readonly attachments?: readonly AttachmentRecord[];
  readonly files?: readonly FileRecord[];
  readonly metadata?: MessageMetadata;
  readonly threadTs?: string;
  readonly ephemeralFor?: string;
}

export function postMessage(state: State, channel: ChannelRecord, message: NewMessage): MessageRecord {
  const { blocks = [], files = [], threadTs, ...rest } = message;
  const posted: MessageRecord = {
    ...rest,
    channelId: channel.id,
    ts: nextTimestamp(state),
    ...(threadTs === undefined ? {} : { threadTs: rootOf(channel, threadTs) }),
    blocks: nameBlocks(state, blocks),
    files,
    reactions: [],
    isDeleted: false,
  };
  channel.messages.push(posted);
  if (posted.ephemeralFor === undefined) {
    announceMessage(state, channel, posted);
    announceMention(state, channel, posted);
  }
  return posted;
}

/** Slack gives every block and every element that has none an id of its own. */
export function nameBlocks(state: State, blocks: readonly KnownBlock[]): readonly KnownBlock[] {
  return blocks.map((block) => {
    const named: KnownBlock = { ...block, block_id: block.block_id ?? state.ids.next('b') };
    if (named.type === 'actions') {
      return { ...named, elements: named.elements.map((element) => nameElement(state, element)) };
    }
    if (named.type === 'section' && named.accessory !== undefined && named.accessory.type !== 'image') {
      return { ...named, accessory: nameElement(state, named.accessory) };
    }
    return named.type === 'input' ? { ...named, element: nameElement(state, named.element) } : named;
  });
}

function nameElement<Element extends { action_id?: string }>(state: State, element: Element): Element {
  return { ...element, action_id: element.action_id ?? state.ids.next('a') };
}

/** A reply to a reply belongs to the same thread. */
function rootOf(channel: ChannelRecord, ts: string): string {
  return channel.messages.find((message) => message.ts === ts)?.threadTs ?? ts;
}
