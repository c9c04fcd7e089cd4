import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import type { ToldChannel } from './action-item-messenger.ts';
import { deliverItemMessage } from './deliver-item-message.ts';

/** Where nobody leads the incident, what whoever does would be told stands in its channel, for all who can take the item. */
export async function tellChannel(
  ports: Pick<Ports, 'database' | 'actionItemMessenger' | 'clock' | 'wake'>,
  told: ItemOfIncident,
  { shown, isOwed }: { readonly shown: Exclude<ToldChannel, { kind: 'returned' }>; readonly isOwed: boolean },
  claimed: ClaimedWork,
): Promise<void> {
  const { channel } = told.incident;
  if (channel !== undefined) {
    await deliverItemMessage(
      ports,
      {
        told,
        kind: shown.kind,
        personId: undefined,
        isOwed,
        send: (attempt) => ports.actionItemMessenger.tellChannel(channel, shown, attempt),
      },
      claimed,
    );
  }
}
