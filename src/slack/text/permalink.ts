import type { ChannelId, MessageRef } from '../../domain/ids.ts';

/**
 * Where a browser finds a message, in the form that `chat.getPermalink` gives: composed here, it costs no call.
 * https://docs.slack.dev/reference/methods/chat.getPermalink
 */
export function permalink(workspaceUrl: string, message: MessageRef, thread?: string): string {
  const url = `${channelLink(workspaceUrl, message.channel)}/p${message.key.replace('.', '')}`;
  return thread === undefined || thread === message.key ? url : `${url}?thread_ts=${thread}&cid=${message.channel}`;
}

/** Where a browser finds a channel. */
export function channelLink(workspaceUrl: string, channel: ChannelId): string {
  return `${workspaceUrl.replace(/\/$/u, '')}/archives/${channel}`;
}
