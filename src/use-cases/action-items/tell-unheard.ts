import { attempt } from '../attempt.ts';
import { leaderOf } from '../people/leader-of.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import { keepItemMessage } from './keep-item-message.ts';
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
  if (told.item.status !== 'open' || recipients.some(({ capacity }) => capacity === 'owner')) {
    return;
  }
  const leader = await leaderOf(ports, told.incident);
  const unheard = { ...told, owner, because };
  if (leader === undefined) {
    await tellChannel(ports, told, { kind: 'unheard', unheard }, claimed);
  } else {
    const message = await ports.actionItemMessenger.tellUnheard(leader.id, unheard, attempt(claimed));
    await keepItemMessage(ports, told, { message, kind: 'unheard', personId: leader.id });
  }
}
