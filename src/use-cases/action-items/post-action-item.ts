import type { ActionItemId, TimelineEventId } from '../../domain/ids.ts';
import { attempt } from '../attempt.ts';
import type { Ports } from '../ports.ts';
import { linkEvent } from '../timeline/link-event.ts';
import { askForTicketAlways } from '../trackers/ask-for-ticket.ts';
import type { ClaimedWork } from '../work.ts';
import { keepItemMessage } from './keep-item-message.ts';
import { readItem } from './read-item.ts';

/** Shows a new action item in the incident's channel. */
export async function postActionItem(
  ports: Pick<Ports, 'database' | 'messenger' | 'actionItemMessenger' | 'policy' | 'clock' | 'wake'>,
  added: { readonly actionItemId: ActionItemId; readonly eventId?: TimelineEventId | undefined },
  claimed: ClaimedWork,
): Promise<void> {
  const { item, incident } = await readItem(ports.database.records, added.actionItemId);
  await askForTicketAlways(ports, item, incident);
  if (incident.channel !== undefined) {
    const message = await ports.actionItemMessenger.postLine(incident.channel, { item, incident }, attempt(claimed));
    await keepItemMessage(ports, { item, incident }, { message, kind: 'line', personId: undefined });
    await linkEvent(ports, added.eventId, message);
  }
}
