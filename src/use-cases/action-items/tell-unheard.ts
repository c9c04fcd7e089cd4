import type { Attempt } from '../messenger.ts';
import { leaderOf } from '../people/leader-of.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import { deliverItemMessage } from './deliver-item-message.ts';
import { readItem } from './read-item.ts';
import { tellChannel } from './tell-channel.ts';

/** Tells whoever leads the incident, or else its channel, that an item's owner does not hear of it, unless somebody does by now. */
export async function tellUnheard(
  ports: Pick<Ports, 'database' | 'directory' | 'actionItemMessenger' | 'clock' | 'wake'>,
  { actionItemId, owner, because }: Extract<Work, { kind: 'tell-unheard' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const told = await readItem(records, actionItemId);
  const recipients = await records.reminders.listRecipients(actionItemId);
  const isOwed = told.item.status === 'open' && !recipients.some(({ capacity }) => capacity === 'owner');
  const leader = await leaderOf(ports, told.incident);
  const unheard = { ...told, owner, because };
  const kind = 'unheard';
  if (leader === undefined) {
    await tellChannel(ports, told, { shown: { kind, unheard }, isOwed }, claimed);
  } else {
    const send = (attempt: Attempt) => ports.actionItemMessenger.tellUnheard(leader.id, unheard, attempt);
    await deliverItemMessage(ports, { told, kind, personId: leader.id, isOwed, send }, claimed);
  }
}
