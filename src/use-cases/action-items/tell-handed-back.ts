import { accept } from '../../domain/result.ts';
import { attempt } from '../attempt.ts';
import { leaderOf } from '../people/leader-of.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import { readItem } from './read-item.ts';

/** Tells whoever leads the incident that an item has no owner any more. */
export async function tellHandedBack(
  ports: Pick<Ports, 'database' | 'directory' | 'actionItemMessenger'>,
  { actionItemId, personId: from, reason }: Extract<Work, { kind: 'tell-handed-back' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const { item, incident } = await readItem(records, actionItemId);
  const leader = await leaderOf(ports, incident);
  if (leader !== undefined) {
    const handedBack = { item, incident, from, reason };
    const message = await ports.actionItemMessenger.tellHandedBack(leader.id, handedBack, attempt(claimed));
    await ports.database.transaction(async ({ itemMessages }) =>
      accept(await itemMessages.add(item.id, { message, kind: 'handed-back', personId: leader.id })),
    );
  }
}
