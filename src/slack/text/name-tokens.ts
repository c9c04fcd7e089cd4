import { type ChannelId, channelId, type GroupId, groupId } from '../../domain/ids.ts';

/** Slack leaves the names of groups and channels out of messages, and now and then out of commands. */
const NAMELESS_GROUP = /<!subteam\^([A-Z0-9]+)(?:\|@?)?>/gu;
const NAMELESS_CHANNEL = /<#([A-Z0-9]+)\|?>/gu;

/** What a channel is called of which Slack tells us no name. */
const UNSEEN_CHANNEL = 'private channel';

/** Names without their marks: `dba`, `general`. A channel that we may not see has none. */
export interface TokenNames {
  readonly groups: ReadonlyMap<GroupId, string>;
  readonly channels: ReadonlyMap<ChannelId, string | undefined>;
}

export function hasNamelessGroup(markup: string): boolean {
  return markup.search(NAMELESS_GROUP) >= 0;
}

export function namelessChannels(markup: string): readonly ChannelId[] {
  return [...new Set([...markup.matchAll(NAMELESS_CHANNEL)].map(([, id = '']) => channelId(id)))];
}

export function hasNamelessToken(markup: string): boolean {
  return hasNamelessGroup(markup) || namelessChannels(markup).length > 0;
}

/** Puts the names of groups and channels in, as far as they are known. */
export function nameTokens(markup: string, { groups, channels }: TokenNames): string {
  return markup
    .replace(NAMELESS_GROUP, (token, id: string) => {
      const handle = groups.get(groupId(id));
      return handle === undefined ? token : `<!subteam^${id}|@${handle}>`;
    })
    .replace(NAMELESS_CHANNEL, (token, id: string) => {
      const channel = channelId(id);
      return channels.has(channel) ? `<#${id}|${channels.get(channel) ?? UNSEEN_CHANNEL}>` : token;
    });
}
