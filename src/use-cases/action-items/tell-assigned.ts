import type { ActionItemId, PersonId } from '../../domain/ids.ts';
import { attempt } from '../attempt.ts';
import { maySee } from '../people/may-see.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import { keepItemMessage } from './keep-item-message.ts';
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
  if (isTheirs && told.item.status === 'open' && (await maySee(records, told.incident, personId))) {
    const message = await ports.actionItemMessenger.tellAssigned(personId, told, attempt(claimed));
    await keepItemMessage(ports, told, { message, kind: 'assignment', personId });
  }
}
