import { COMMANDER, holderOf } from '../../domain/roles/role.ts';
import { attempt } from '../attempt.ts';
import { firstToHear } from '../people/first-to-hear.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import { keepItemMessage } from './keep-item-message.ts';
import { readItem } from './read-item.ts';

/** Tells whoever leads the incident that an item has no owner any more. */
export async function tellHandedBack(
  ports: Pick<Ports, 'database' | 'directory' | 'actionItemMessenger' | 'clock' | 'wake'>,
  { actionItemId, personId: from, reason }: Extract<Work, { kind: 'tell-handed-back' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const { item, incident } = await readItem(records, actionItemId);
  const commander = holderOf(await records.roles.list(incident.id), COMMANDER);
  const leader = await firstToHear(ports, incident, [commander, incident.declaredBy]);
  if (leader !== undefined) {
    const handedBack = { item, incident, from, reason };
    const message = await ports.actionItemMessenger.tellHandedBack(leader.id, handedBack, attempt(claimed));
    await keepItemMessage(ports, handedBack, { message, kind: 'handed-back', personId: leader.id });
  }
}
