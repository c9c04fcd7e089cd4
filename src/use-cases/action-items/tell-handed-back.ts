import { lastHandBack } from '../../domain/action-items/ownership.ts';
import type { Attempt } from '../messenger.ts';
import { leaderOf } from '../people/leader-of.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import { deliverItemMessage } from './deliver-item-message.ts';
import { readItem } from './read-item.ts';
import { tellChannel } from './tell-channel.ts';

/** Tells whoever leads the incident, or else its channel, that an item has no owner any more, unless it has one again or is over. */
export async function tellHandedBack(
  ports: Pick<Ports, 'database' | 'directory' | 'actionItemMessenger' | 'clock' | 'wake'>,
  { actionItemId, personId: from, reason }: Extract<Work, { kind: 'tell-handed-back' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const { item, incident } = await readItem(records, actionItemId);
  const isOwed = item.status === 'open' && item.owner === undefined;
  const leader = await leaderOf(ports, incident);
  const { group } = lastHandBack(await records.actionItems.history(item.id)) ?? {};
  const handedBack = { item, incident, from, reason, group };
  const kind = 'handed-back';
  if (leader === undefined) {
    await tellChannel(ports, handedBack, { shown: { kind, handedBack }, isOwed }, claimed);
  } else {
    const send = (attempt: Attempt) => ports.actionItemMessenger.tellHandedBack(leader.id, handedBack, attempt);
    await deliverItemMessage(ports, { told: handedBack, kind, personId: leader.id, isOwed, send }, claimed);
  }
}
