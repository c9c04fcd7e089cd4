import type { ActionItemId, PersonId } from '../../domain/ids.ts';
import type { Attempt } from '../messenger.ts';
import { maySee } from '../people/may-see.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import { deliverItemMessage } from './deliver-item-message.ts';
import { readItem } from './read-item.ts';

/** Tells somebody that an item is theirs, unless it is another's by now. */
export async function tellAssigned(
  ports: Pick<Ports, 'database' | 'actionItemMessenger' | 'clock' | 'wake'>,
  { actionItemId, personId }: { readonly actionItemId: ActionItemId; readonly personId: PersonId },
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const told = await readItem(records, actionItemId);
  const isTheirs = (await records.reminders.listRecipients(actionItemId)).some(
    (recipient) => recipient.personId === personId && recipient.capacity === 'owner',
  );
  const isOwed = isTheirs && told.item.status === 'open' && (await maySee(records, told.incident, personId));
  const send = (attempt: Attempt) => ports.actionItemMessenger.tellAssigned(personId, told, attempt);
  await deliverItemMessage(ports, { told, kind: 'assignment', personId, isOwed, send }, claimed);
}
