import type { ChannelId } from '../../domain/ids.ts';
import { reactionName } from '../../domain/timeline/reaction-name.ts';
import type { HistoryMessage } from '../directory.ts';
import type { Ports } from '../ports.ts';

/** The messages with everybody who reacted so that it counts; a message that is gone meanwhile is left out. */
export async function readAllReactions(
  ports: Pick<Ports, 'directory' | 'policy'>,
  channel: ChannelId,
  messages: readonly HistoryMessage[],
): Promise<readonly HistoryMessage[]> {
  const complete: HistoryMessage[] = [];
  for (const message of messages) {
    const isCut = message.reactions.some((each) => each.isCut && ports.policy.reactions[reactionName(each.name)]);
    const reactions = isCut ? await ports.directory.readReactions({ channel, key: message.key }) : message.reactions;
    if (reactions !== undefined) {
      complete.push({ ...message, reactions: reactions.map((each) => ({ ...each, isCut: false })) });
    }
  }
  return complete;
}
