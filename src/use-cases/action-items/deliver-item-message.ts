import { isShownOtherwise } from '../../domain/action-items/is-shown-otherwise.ts';
import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import type { MessageRef } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { ActionItemMessage } from '../action-item-stores.ts';
import { attempt } from '../attempt.ts';
import type { Attempt } from '../messenger.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import { findEarlier } from './find-earlier.ts';
import { askToRefresh } from './keep-change.ts';

type DeliverPorts = Pick<Ports, 'database' | 'actionItemMessenger' | 'clock' | 'wake'>;

interface Delivery extends Pick<ActionItemMessage, 'kind' | 'personId'> {
  readonly told: ItemOfIncident;
  /** False where the item has moved on. */
  readonly isOwed: boolean;
  readonly send: (attempt: Attempt) => Promise<MessageRef>;
}

/** Sends a message that shows an item alone and keeps it; what an attempt sent that broke off is kept whatever is owed by now. */
export async function deliverItemMessage(
  ports: DeliverPorts,
  { told, kind, personId, isOwed, send }: Delivery,
  claimed: ClaimedWork,
): Promise<MessageRef | undefined> {
  const { channel } = told.incident;
  const message = isOwed ? await send(attempt(claimed)) : await findEarlier(ports, { personId, channel }, claimed);
  await (message && keepSent(ports, { told, shown: { message, kind, personId }, claimed }));
  return message;
}

interface Sent {
  readonly told: ItemOfIncident;
  readonly shown: ActionItemMessage;
  readonly claimed: ClaimedWork;
}

/**
 * From now on the message follows the item; also what changed while it was on its way, looked for once it is kept:
 * before, a change beside it might see no message, and we no change. What an earlier attempt sent may show it as it was then.
 */
async function keepSent(
  { database, clock, wake }: Omit<DeliverPorts, 'actionItemMessenger'>,
  { told, shown, claimed }: Sent,
): Promise<void> {
  await database.transaction(async ({ itemMessages }) => accept(await itemMessages.add(told.item.id, shown)));
  await database.transaction(async (records) => {
    const item = await records.actionItems.find(told.item.id);
    if (item !== undefined && (claimed.attempts > 0 || isShownOtherwise(told.item, item))) {
      await askToRefresh(records, item, clock.now());
    }
    return accept(undefined);
  });
  wake();
}
