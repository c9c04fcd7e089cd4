import { fieldsOf, type Ticket } from '../../domain/action-items/ticket.ts';
import { accept } from '../../domain/result.ts';
import { readItem } from '../action-items/read-item.ts';
import { redrawItem } from '../action-items/redraw-item.ts';
import { attempt } from '../attempt.ts';
import { DeliveryError, type Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import { askToUpdateTicket } from './ask-for-ticket.ts';
import { type ContentPorts, ticketContent } from './ticket-content.ts';

/** Makes the ticket of an item that has none. Whatever becomes of it, the item stays as it is. */
export async function createTicket(
  ports: ContentPorts & Pick<Ports, 'tracker' | 'clock' | 'wake'>,
  { actionItemId }: Extract<Work, { kind: 'create-ticket' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { tracker, clock } = ports;
  if (tracker === undefined) {
    throw new DeliveryError({ sort: 'never', reason: 'tracker_unknown' });
  }
  const told = await readItem(ports.database.records, actionItemId);
  if (told.item.status !== 'open' || (told.item.ticket !== undefined && !told.item.ticket.isGone)) {
    return;
  }
  const content = await ticketContent(ports, told);
  const made = await tracker.create(content, attempt(claimed));
  const ticket: Ticket = {
    actionItemId,
    tracker: tracker.kind,
    ...made,
    told: fieldsOf(told.item),
    failure: undefined,
  };
  await ports.database.transaction(async (records) => {
    await records.tickets.save(ticket);
    const now = clock.now();
    const { item, incident } = await readItem(records, actionItemId);
    // Somebody may have changed it while the ticket was made.
    await askToUpdateTicket(records, item, now);
    return accept(await redrawItem(records, { item, incident }, now));
  });
  ports.wake();
}
