import { endingOf } from '../../domain/action-items/ending.ts';
import type { PersonId, TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { Known, Recipient } from '../action-item-stores.ts';
import { enqueue } from '../enqueue.ts';
import { maySee } from '../people/may-see.ts';
import type { Ports, Records } from '../ports.ts';
import type { Work } from '../work.ts';
import type { DigestItem } from './action-item-messenger.ts';
import { withSnoozeReason } from './digest-item.ts';
import { isItemOf } from './known-item.ts';

interface Reader {
  readonly teamId: TeamId;
  readonly personId: PersonId;
}

/** In the caller's transaction; once for all changes that happen before it is drawn. */
export async function askToRefreshReminder(records: Records, reader: Reader, now: Instant): Promise<void> {
  const { teamId, personId } = reader;
  const lane = `refresh-reminder:${teamId}:${personId}`;
  if (!(await records.work.isWaiting(lane, 'refresh-reminder'))) {
    await enqueue(records, lane, now, { kind: 'refresh-reminder', teamId, personId });
  }
}

/** Draws somebody's last reminder as it is now: all that it listed when it was sent. An older one stays as it is. */
export async function refreshReminder(
  { database, actionItemMessenger }: Pick<Ports, 'database' | 'actionItemMessenger'>,
  { teamId, personId }: Extract<Work, { kind: 'refresh-reminder' }>,
): Promise<void> {
  const { records } = database;
  const sent = await records.reminders.findDigest(teamId, personId);
  const ids = sent === undefined ? [] : await records.itemMessages.listItems(teamId, sent.message);
  if (sent === undefined || ids.length === 0) {
    return;
  }
  const items: DigestItem[] = [];
  const recipients = await records.reminders.listRecipientsOf(ids);
  for (const known of await records.actionItems.readAll(ids)) {
    const told = (await maySee(records, known.incident, personId))
      ? await digestItem(records, known, { personId, recipients: recipients.get(known.item.id) ?? [] })
      : undefined;
    items.push(...(told === undefined ? [] : [told]));
  }
  const now = { kind: 'digest', digest: { day: sent.sentOn, items } } as const;
  if (!(await actionItemMessenger.redraw(sent.message, now))) {
    await database.transaction(async ({ itemMessages }) => accept(await itemMessages.forget(teamId, sent.message)));
  }
}

/** Undefined where it does not concern its reader any more. */
async function digestItem(
  records: Records,
  known: Known,
  { personId, recipients }: { readonly personId: PersonId; readonly recipients: readonly Recipient[] },
): Promise<DigestItem | undefined> {
  const { item, incident } = known;
  const ending = endingOf(known);
  const capacity = (await isItemOf(records, known, personId)) ? 'owner' : capacityOf(known, recipients, personId);
  const lacksOwner = !recipients.some((each) => each.capacity === 'owner');
  return capacity && withSnoozeReason(records, { item, incident, ending, capacity, lacksOwner });
}

/** Of one that is over nobody is a recipient. */
function capacityOf(
  { item, history }: Known,
  recipients: readonly Recipient[],
  reader: PersonId,
): DigestItem['capacity'] | undefined {
  if (recipients.some(({ personId }) => personId === reader)) {
    return 'leader';
  }
  const wasTheirs = history.some(({ fields }) =>
    fields.some(
      ({ field, from }) => field === 'owner' && from !== undefined && (from.kind === 'group' || from.id === reader),
    ),
  );
  return wasTheirs ? 'nobody' : item.status === 'open' ? undefined : 'leader';
}
