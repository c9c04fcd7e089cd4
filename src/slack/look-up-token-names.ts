import type { ChannelId } from '../domain/ids.ts';
import type { Directory } from '../use-cases/directory.ts';
import { hasNamelessGroup, namelessChannels, type TokenNames } from './text/name-tokens.ts';

/** Asks Slack for the names that it left out of a text, and for nothing where it left out none. */
export async function lookUpTokenNames(
  directory: Pick<Directory, 'listGroupHandles' | 'findChannelName'>,
  markup: string,
): Promise<TokenNames> {
  const groups = hasNamelessGroup(markup) ? await directory.listGroupHandles() : new Map();
  const channels = new Map<ChannelId, string | undefined>();
  for (const id of namelessChannels(markup)) {
    channels.set(id, await directory.findChannelName(id));
  }
  return { groups, channels };
}
