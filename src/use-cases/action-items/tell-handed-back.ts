import { lastHandBack } from '../../domain/action-items/ownership.ts';
import { attempt } from '../attempt.ts';
import { leaderOf } from '../people/leader-of.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import { keepItemMessage } from './keep-item-message.ts';
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
  if (item.status !== 'open' || item.owner !== undefined) {
    return;
  }
  const leader = await leaderOf(ports, incident);
  const { group } = lastHandBack(await records.actionItems.history(item.id)) ?? {};
  const handedBack = { item, incident, from, reason, group };
  if (leader === undefined) {
    await tellChannel(ports, handedBack, { kind: 'handed-back', handedBack }, claimed);
  } else {
    const message = await ports.actionItemMessenger.tellHandedBack(leader.id, handedBack, attempt(claimed));
    await keepItemMessage(ports, handedBack, { message, kind: 'handed-back', personId: leader.id });
  }
}
