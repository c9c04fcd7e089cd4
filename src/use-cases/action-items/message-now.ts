import { lastChangeOf } from '../../domain/action-items/action-item-change.ts';
import { endingOf, type KnownItem } from '../../domain/action-items/ending.ts';
import { type HandBack, lastHandBack } from '../../domain/action-items/ownership.ts';
import type { Unheard } from '../../domain/action-items/unheard.ts';
import type { Party } from '../../domain/people/person.ts';
import type { ActionItemMessage, Known } from '../action-item-stores.ts';
import { maySee } from '../people/may-see.ts';
import type { Records } from '../ports.ts';
import type { MessageNow } from './action-item-messenger.ts';
import { isItemOf } from './known-item.ts';
import type { ListKind } from './list-now.ts';

interface ShownAlone extends Pick<ActionItemMessage, 'personId'> {
  readonly kind: Exclude<ActionItemMessage['kind'], ListKind>;
}

/** What a message that shows an item alone shows by now; undefined where it is to stay as it is. */
export async function messageNow(
  records: Records,
  known: Known,
  { kind, personId }: ShownAlone,
): Promise<MessageNow | undefined> {
  const told = { item: known.item, incident: known.incident, ending: endingOf(known) };
  if (personId !== undefined && !(await maySee(records, known.incident, personId))) {
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
  }
}

/** One that nobody gave back was offered. */
function handBackOf({ history }: KnownItem): HandBack {
  return lastHandBack(history) ?? { from: undefined, reason: undefined };
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
