import { lastChangeOf } from '../../domain/action-items/action-item-change.ts';
import { DONE_REACTION } from '../../domain/action-items/ending.ts';
import type { MessageRef, PersonId, TeamId } from '../../domain/ids.ts';
import { reactionName } from '../../domain/timeline/reaction-name.ts';
import type { ChangePorts } from '../change.ts';
import type { HistoryMessage } from '../directory.ts';
import { reactToItem } from './react-to-item.ts';

/** What was said to be done by a reaction that nobody heard, on messages of an incident's channel. */
export async function hearMissedReactions(
  ports: ChangePorts,
  { teamId, channel }: { readonly teamId: TeamId } & Pick<MessageRef, 'channel'>,
  messages: readonly HistoryMessage[],
): Promise<void> {
  for (const { key, reactions } of messages) {
    const [personId] = reactions.find(({ name }) => reactionName(name) === DONE_REACTION)?.by ?? [];
    if (personId !== undefined) {
      await hear(ports, { teamId, personId, message: { channel, key } });
    }
  }
}

interface Missed {
  readonly teamId: TeamId;
  readonly personId: PersonId;
  readonly message: MessageRef;
}

/** Where it was over before, that reaction may be the one that was heard then. */
async function hear(ports: ChangePorts, missed: Missed): Promise<void> {
  const { records } = ports.database;
  const { teamId, personId, message } = missed;
  const [only, ...others] = await records.itemMessages.listItems(teamId, message);
  const wasOver = only !== undefined && lastChangeOf(await records.actionItems.history(only), 'status') !== undefined;
  if (only !== undefined && others.length === 0 && !wasOver) {
    const deliveryKey = `missed:${message.channel}:${message.key}:${personId}:${DONE_REACTION}`;
    await reactToItem(ports, { ...missed, deliveryKey, isSet: true });
  }
}
