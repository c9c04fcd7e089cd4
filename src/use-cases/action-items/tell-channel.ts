import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import { attempt } from '../attempt.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import type { ToldChannel } from './action-item-messenger.ts';
import { keepItemMessage } from './keep-item-message.ts';

/** Where nobody leads the incident, what whoever does would be told stands in its channel, for all who can take the item. */
export async function tellChannel(
  ports: Pick<Ports, 'database' | 'actionItemMessenger' | 'clock' | 'wake'>,
  told: ItemOfIncident,
  shown: Exclude<ToldChannel, { kind: 'returned' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { channel } = told.incident;
  if (channel !== undefined) {
    const message = await ports.actionItemMessenger.tellChannel(channel, shown, attempt(claimed));
    await keepItemMessage(ports, told, { message, kind: shown.kind, personId: undefined });
  }
}
