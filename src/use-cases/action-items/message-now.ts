import { lastChangeOf } from '../../domain/action-items/action-item-change.ts';
import { endingOf, type KnownItem } from '../../domain/action-items/ending.ts';
import { type HandBack, isTheirs, lastHandBack } from '../../domain/action-items/ownership.ts';
import type { Unheard } from '../../domain/action-items/unheard.ts';
import type { ActionItemId, PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Party } from '../../domain/people/person.ts';
import type { ActionItemMessage, Recipient } from '../action-item-stores.ts';
import { maySee } from '../people/may-see.ts';
import type { Records } from '../ports.ts';
import type { DigestItem, MessageNow } from './action-item-messenger.ts';
import { withSnoozeReason } from './digest-item.ts';
import { owningMembers } from './owning-members.ts';
import { readItem } from './read-item.ts';

type Known = KnownItem & { readonly incident: Incident };

/** What a message that shows an item shows by now; undefined where it is to stay as it is. */
export async function messageNow(
  records: Records,
  id: ActionItemId,
  shown: ActionItemMessage,
): Promise<MessageNow | undefined> {
  const known = await readKnown(records, id);
  const told = { item: known.item, incident: known.incident, ending: endingOf(known) };
  const { kind, personId } = shown;
  if (personId !== undefined && kind !== 'digest' && !(await maySee(records, known.incident, personId))) {
    return undefined;
  }
  switch (kind) {
    case 'line':
      return { kind, told };
    case 'assignment':
      return { kind, told, isTheirs: await isItemOf(records, known, personId) };
    case 'handed-back':
      return { kind, handedBack: { ...told, ...handBackOf(known) } };
    case 'unheard': {
      const owner = known.item.owner ?? lastOwnerOf(known);
      return { kind, unheard: { ...told, owner, because: await whyUnheard(records, known) } };
    }
    case 'digest':
      return personId === undefined ? undefined : digestNow(records, known.incident, { ...shown, personId });
  }
}

/** Of one that nobody gave back, its owner could not be told. */
function handBackOf({ item, history }: KnownItem): HandBack {
  const from = item.owner?.kind === 'person' ? item.owner.id : undefined;
  return lastHandBack(history) ?? { from, reason: undefined };
}

function lastOwnerOf({ history }: KnownItem): Party | undefined {
  const given = lastChangeOf(history, 'owner')?.fields.find(({ field }) => field === 'owner');
  return given?.field === 'owner' ? given.from : undefined;
}

async function whyUnheard(records: Records, { item, incident, history }: Known): Promise<Unheard | undefined> {
  const recipients = await records.reminders.listRecipients(item.id);
  if (item.status !== 'open' || recipients.some(({ capacity }) => capacity === 'owner')) {
    return undefined;
  }
  const { owner } = item;
  if (owner === undefined) {
    return lastChangeOf(history, 'owner')?.by === undefined ? 'deactivated' : undefined;
  }
  return owner.kind === 'person' && !(await maySee(records, incident, owner.id)) ? 'not-in-channel' : 'nobody';
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
    const known = await readKnown(records, id);
    const told = (await maySee(records, known.incident, personId))
      ? await digestItem(records, known, personId)
      : undefined;
    items.push(...(told === undefined ? [] : [told]));
  }
  return { kind: 'digest', digest: { day: sent.sentOn, items } };
}

/** Undefined where it does not concern its reader any more. */
async function digestItem(records: Records, known: Known, reader: PersonId): Promise<DigestItem | undefined> {
  const { item, incident } = known;
  const ending = endingOf(known);
  const recipients = await records.reminders.listRecipients(item.id);
  const capacity = (await isItemOf(records, known, reader)) ? 'owner' : capacityOf(known, recipients, reader);
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

async function isItemOf(records: Records, { item, incident }: Known, reader: PersonId | undefined): Promise<boolean> {
  const members = await owningMembers(records, incident, item);
  return reader !== undefined && isTheirs(item, { by: reader, members });
}

async function readKnown(records: Records, id: ActionItemId): Promise<Known> {
  return { ...(await readItem(records, id)), history: await records.actionItems.history(id) };
}
