import { z } from 'zod';
import { checkBlocks } from './check-blocks.ts';
import { limits } from './slack-limits.ts';

export interface MessageArguments {
  readonly text?: unknown;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
  readonly metadata?: unknown;
}

/** How a message comes to Slack. */
export type Way = 'chat.postMessage' | 'chat.postEphemeral' | 'chat.update' | 'response_url';

export interface MessageRefusal {
  readonly code:
    | 'no_text'
    | 'msg_too_long'
    | 'invalid_blocks'
    | 'msg_blocks_too_long'
    | 'invalid_metadata_format'
    | 'metadata_too_large';
  /** What Slack lists in `response_metadata.messages`. */
  readonly messages: readonly string[];
}

/** An empty object takes away what a message had. https://docs.slack.dev/reference/methods/chat.update */
const Metadata = z.union([
  z.strictObject({}),
  z.looseObject({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) }),
]);

/** Why Slack would refuse a message. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
export function checkMessage(message: MessageArguments, way: Way = 'chat.postMessage'): MessageRefusal | undefined {
  const { text = '', blocks = [], attachments = [], metadata } = message;
  if (text === '' && isEmpty(blocks) && isEmpty(attachments)) {
    return refusal('no_text');
  }
  if (String(text).length > (way === 'chat.update' ? limits.updatedText : limits.postedText)) {
    return refusal('msg_too_long');
  }
  const messages = checkBlocks(blocks, 'message');
  if (messages.length > 0) {
    return refusal('invalid_blocks', messages);
  }
  // A response URL was seen to take blocks that chat.postMessage refuses as too long.
  if (way !== 'response_url' && sizeOf(blocks) > limits.allBlocksText) {
    return refusal('msg_blocks_too_long');
  }
  return metadata === undefined ? undefined : checkMetadata(metadata);
}

function checkMetadata(metadata: unknown): MessageRefusal | undefined {
  if (!Metadata.safeParse(metadata).success) {
    return refusal('invalid_metadata_format');
  }
  return Buffer.byteLength(JSON.stringify(metadata)) > limits.metadataBytes ? refusal('metadata_too_large') : undefined;
}

function sizeOf(blocks: unknown): number {
  return textIn(blocks) + (Array.isArray(blocks) ? blocks.length * limits.perBlockText : 0);
}

/** The length of every `text`, at any depth. */
function textIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? inner.length : textIn(inner)),
    0,
  );
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0;
}

function refusal(code: MessageRefusal['code'], messages: readonly string[] = []): MessageRefusal {
  return { code, messages };
}
