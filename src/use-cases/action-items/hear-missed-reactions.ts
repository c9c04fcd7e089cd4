import { lastChangeOf } from '../../domain/action-items/action-item-change.ts';
import { DONE_REACTION } from '../../domain/action-items/ending.ts';
import type { ActionItemId, MessageRef, PersonId, TeamId } from '../../domain/ids.ts';
import { reactionName } from '../../domain/timeline/reaction-name.ts';
import type { ChangePorts } from '../change.ts';
import type { HistoryMessage } from '../directory.ts';
import type { Records } from '../ports.ts';
import { reactToItem } from './react-to-item.ts';

/** What was said to be done by a reaction that nobody heard, on messages of an incident's channel. */
export async function hearMissedReactions(
  ports: ChangePorts,
  { teamId, channel }: { readonly teamId: TeamId } & Pick<MessageRef, 'channel'>,
  messages: readonly HistoryMessage[],
): Promise<void> {
  for (const { key, reactions } of messages) {
    const by = reactions.find(({ name }) => reactionName(name) === DONE_REACTION)?.by ?? [];
    if (by.length > 0) {
      await hear(ports, { teamId, by, message: { channel, key } });
    }
  }
}

interface Missed {
  readonly teamId: TeamId;
  readonly by: readonly PersonId[];
  readonly message: MessageRef;
}

/** The first who may say it. Where it was over before, that reaction may be the one that was heard then. */
async function hear(ports: ChangePorts, { teamId, by, message }: Missed): Promise<void> {
  const { records } = ports.database;
  const [only, ...others] = await records.itemMessages.listItems(teamId, message);
  if (only === undefined || others.length > 0) {
    return;
  }
  for (const personId of by) {
    if (await wasOver(records, only)) {
      return;
    }
    const deliveryKey = `missed:${message.channel}:${message.key}:${personId}:${DONE_REACTION}`;
    await reactToItem(ports, { teamId, personId, message, deliveryKey, isSet: true });
  }
}

async function wasOver(records: Records, id: ActionItemId): Promise<boolean> {
  return lastChangeOf(await records.actionItems.history(id), 'status') !== undefined;
}
