import { lastChangeOf } from '../../domain/action-items/action-item-change.ts';
import { endingOf, type KnownItem } from '../../domain/action-items/ending.ts';
import { isTheirs, lastHandBack } from '../../domain/action-items/ownership.ts';
import type { ActionItemId, PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept } from '../../domain/result.ts';
import type { ActionItemMessage } from '../action-item-stores.ts';
import type { Ports, Records } from '../ports.ts';
import type { DigestItem, HandedBack, MessageNow } from './action-item-messenger.ts';
import { owningMembers } from './owning-members.ts';
import { readItem } from './read-item.ts';

/** Draws every message that shows an item as it is now, and forgets those that somebody deleted. */
export async function refreshActionItem(
  ports: Pick<Ports, 'database' | 'actionItemMessenger'>,
  id: ActionItemId,
): Promise<void> {
  const { records } = ports.database;
  for (const shown of await records.itemMessages.list(id)) {
    const { incident } = await readItem(records, id);
    const now = await messageNow(records, id, shown);
    if (now !== undefined && !(await ports.actionItemMessenger.redraw(shown.message, now))) {
      await ports.database.transaction(async ({ itemMessages }) =>
        accept(await itemMessages.forget(incident.teamId, shown.message)),
      );
    }
  }
}

type Known = KnownItem & { readonly incident: Incident };

/** Undefined where it is to stay as it is. */
async function messageNow(
  records: Records,
  id: ActionItemId,
  shown: ActionItemMessage,
): Promise<MessageNow | undefined> {
  const known = await readKnown(records, id);
  const told = { item: known.item, incident: known.incident, ending: endingOf(known) };
  const { kind, personId } = shown;
  switch (kind) {
    case 'line':
      return { kind, told };
    case 'assignment':
      return { kind, told, isTheirs: await isItemOf(records, known, personId) };
    case 'handed-back':
      return { kind, handedBack: { ...told, ...handBackOf(known) } };
    case 'digest':
      return personId === undefined ? undefined : digestNow(records, known.incident, { ...shown, personId });
  }
}

/** Of one that nobody gave back, its owner could not be told. */
function handBackOf({ item, history }: KnownItem): Pick<HandedBack, 'from' | 'reason'> {
  const from = item.owner?.kind === 'person' ? item.owner.id : undefined;
  return lastHandBack(history) ?? { from, reason: undefined };
}

/** The items that it listed when it was sent; of an older one than somebody's last nobody keeps the day. */
async function digestNow(
  records: Records,
  { teamId }: Incident,
  { message, personId }: ActionItemMessage & { readonly personId: PersonId },
): Promise<MessageNow | undefined> {
  const sent = await records.reminders.findDigest(teamId, personId);
  if (sent?.message.channel !== message.channel || sent.message.key !== message.key) {
    return undefined;
  }
  const items: DigestItem[] = [];
  for (const id of await records.itemMessages.listItems(teamId, message)) {
    items.push(await digestItem(records, await readKnown(records, id), personId));
  }
  return { kind: 'digest', digest: { day: sent.sentOn, items } };
}

async function digestItem(records: Records, known: Known, reader: PersonId): Promise<DigestItem> {
  const { item, incident } = known;
  const ending = endingOf(known);
  return {
    item,
    incident,
    ending,
    capacity: await capacityOf(records, known, reader),
    snoozeReason: lastChangeOf(known.history, 'snoozedUntil')?.reason,
  };
}

async function capacityOf(records: Records, known: Known, reader: PersonId): Promise<DigestItem['capacity']> {
  if (await isItemOf(records, known, reader)) {
    return 'owner';
  }
  const recipients = await records.reminders.listRecipients(known.item.id);
  return recipients.some(({ personId }) => personId === reader) || known.item.owner === undefined ? 'leader' : 'nobody';
}

async function isItemOf(records: Records, { item, incident }: Known, reader: PersonId | undefined): Promise<boolean> {
  const members = await owningMembers(records, incident, item);
  return reader !== undefined && isTheirs(item, { by: reader, members });
}

async function readKnown(records: Records, id: ActionItemId): Promise<Known> {
  return { ...(await readItem(records, id)), history: await records.actionItems.history(id) };
}
