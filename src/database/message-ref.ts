import type { ChannelId, MessageKey, MessageRef } from '../domain/ids.ts';

/** A reference is stored as two columns, both null where there is none. */
export function toMessageRef(channel: ChannelId | null, key: MessageKey | null): MessageRef | undefined {
  return channel === null || key === null ? undefined : { channel, key };
}
