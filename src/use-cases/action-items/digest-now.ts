import { endingOf } from '../../domain/action-items/ending.ts';
import type { ActionItemId, PersonId } from '../../domain/ids.ts';
import type { Known, Recipient } from '../action-item-stores.ts';
import { maySee } from '../people/may-see.ts';
import type { Records } from '../ports.ts';
import type { DigestItem } from './action-item-messenger.ts';
import { withSnoozeReason } from './digest-item.ts';
import { isItemOf, wasItemOf } from './known-item.ts';

/** What a reminder that listed these shows its reader by now. */
export async function digestNow(
  records: Records,
  ids: readonly ActionItemId[],
  personId: PersonId,
): Promise<readonly DigestItem[]> {
  const items: DigestItem[] = [];
  const recipients = await records.reminders.listRecipientsOf(ids);
  for (const known of await records.actionItems.readAll(ids)) {
    const told = (await maySee(records, known.incident, personId))
      ? await digestItem(records, known, { personId, recipients: recipients.get(known.item.id) ?? [] })
      : undefined;
    items.push(...(told === undefined ? [] : [told]));
  }
  return items;
}

/** Undefined where it does not concern its reader any more. */
async function digestItem(
  records: Records,
  known: Known,
  { personId, recipients }: { readonly personId: PersonId; readonly recipients: readonly Recipient[] },
): Promise<DigestItem | undefined> {
  const { item, incident } = known;
  const ending = endingOf(known);
  const capacity = (await isItemOf(records, known, personId))
    ? 'owner'
    : await capacityOf(records, known, recipients, personId);
  const lacksOwner = !recipients.some((each) => each.capacity === 'owner');
  return capacity && withSnoozeReason(records, { item, incident, ending, capacity, lacksOwner });
}

/** Of one that is over nobody is a recipient. */
async function capacityOf(
  records: Records,
  known: Known,
  recipients: readonly Recipient[],
  reader: PersonId,
): Promise<DigestItem['capacity'] | undefined> {
  if (recipients.some(({ personId }) => personId === reader)) {
    return 'leader';
  }
  if (await wasItemOf(records, known, reader)) {
    return 'nobody';
  }
  return known.item.status === 'open' ? undefined : 'leader';
}
