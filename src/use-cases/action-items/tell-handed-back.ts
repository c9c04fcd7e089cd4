import { lastHandBack } from '../../domain/action-items/ownership.ts';
import { attempt } from '../attempt.ts';
import { leaderOf } from '../people/leader-of.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import { keepItemMessage } from './keep-item-message.ts';
import { readItem } from './read-item.ts';

/** Tells whoever leads the incident that an item has no owner any more, unless it has one again or is over. */
export async function tellHandedBack(
  ports: Pick<Ports, 'database' | 'directory' | 'actionItemMessenger' | 'clock' | 'wake'>,
  { actionItemId, personId: from, reason }: Extract<Work, { kind: 'tell-handed-back' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const { item, incident } = await readItem(records, actionItemId);
  const leader = await leaderOf(ports, incident);
  if (leader !== undefined && item.status === 'open' && item.owner === undefined) {
    const { group } = lastHandBack(await records.actionItems.history(item.id)) ?? {};
    const handedBack = { item, incident, from, reason, group };
    const message = await ports.actionItemMessenger.tellHandedBack(leader.id, handedBack, attempt(claimed));
    await keepItemMessage(ports, handedBack, { message, kind: 'handed-back', personId: leader.id });
  }
}
