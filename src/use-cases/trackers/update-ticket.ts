import { fieldsOf, ticketChange } from '../../domain/action-items/ticket.ts';
import type { ActionItemId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import { readItem } from '../action-items/read-item.ts';
import { attempt } from '../attempt.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import { hearReportOf } from './hear-ticket.ts';
import { type ContentPorts, ticketContent } from './ticket-content.ts';

/** Tells a ticket what it does not say yet of its item. */
export async function updateTicket(
  ports: ContentPorts & Pick<Ports, 'tracker' | 'clock' | 'wake'>,
  { actionItemId }: Extract<Work, { kind: 'update-ticket' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { tracker, clock } = ports;
  const { records } = ports.database;
  const ticket = await records.tickets.find(actionItemId);
  // The policy may name another tracker by now, which knows nothing of this one's tickets.
  if (tracker === undefined || ticket?.tracker !== tracker.kind) {
    return;
  }
  const told = await readItem(records, actionItemId);
  const change = ticketChange(told.item, ticket);
  if (change === undefined) {
    await forgetFailure(ports, actionItemId);
    return;
  }
  const heard = await tracker.update(ticket, change, await ticketContent(ports, told), attempt(claimed));
  await ports.database.transaction(async (records) => {
    const stored = (await records.tickets.find(actionItemId)) ?? ticket;
    const isOurs = change.status !== undefined && heard.state !== 'gone';
    await records.tickets.save({ ...stored, ...(isOurs ? heard : {}), told: fieldsOf(told.item), failure: undefined });
    if (!isOurs) {
      // It was closed, opened or deleted there, of which nobody told us yet.
      const report = { key: ticket.key, state: heard.state, at: heard.heardAt, by: undefined };
      await hearReportOf(records, { tracker, report, now: clock.now() });
    }
    return accept(undefined);
  });
  ports.wake();
}

/** Somebody did it there by hand, or took the change back here. */
async function forgetFailure({ database }: Pick<Ports, 'database'>, actionItemId: ActionItemId): Promise<void> {
  await database.transaction(async ({ tickets }) => {
    const ticket = await tickets.find(actionItemId);
    if (ticket?.failure !== undefined) {
      await tickets.save({ ...ticket, failure: undefined });
    }
    return accept(undefined);
  });
}
