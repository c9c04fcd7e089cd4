import { endingOf } from '../../domain/action-items/ending.ts';
import type { ActionItemId, TimelineEventId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';
import { linkEvent } from '../timeline/link-event.ts';
import { askForTicketAlways } from '../trackers/ask-for-ticket.ts';
import type { ClaimedWork } from '../work.ts';
import { deliverItemMessage } from './deliver-item-message.ts';
import { readKnown } from './known-item.ts';

/** Shows a new action item in the incident's channel, as it is by now. */
export async function postActionItem(
  ports: Pick<Ports, 'database' | 'messenger' | 'actionItemMessenger' | 'policy' | 'clock' | 'wake'>,
  added: { readonly actionItemId: ActionItemId; readonly eventId?: TimelineEventId | undefined },
  claimed: ClaimedWork,
): Promise<void> {
  const known = await readKnown(ports.database.records, added.actionItemId);
  const { item, incident } = known;
  await askForTicketAlways(ports, item, incident);
  const { channel } = incident;
  if (channel === undefined) {
    return;
  }
  const told = { item, incident, ending: endingOf(known) };
  const message = await deliverItemMessage(
    ports,
    {
      told,
      kind: 'line',
      personId: undefined,
      isOwed: true,
      send: (attempt) => ports.actionItemMessenger.postLine(channel, told, attempt),
    },
    claimed,
  );
  await (message && linkEvent(ports, added.eventId, message));
}
