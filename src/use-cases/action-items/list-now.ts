import { returnedFrom } from '../../domain/action-items/ownership.ts';
import { type ActionItemId, isSameMessage, type PersonId, type TeamId } from '../../domain/ids.ts';
import { addMilliseconds, type CalendarDate, calendarDateAt, type Instant, MINUTE, UTC } from '../../domain/time.ts';
import type { ActionItemMessage } from '../action-item-stores.ts';
import { zoneOf } from '../people/zone-of.ts';
import type { Ports, Records } from '../ports.ts';
import type { MessageNow } from './action-item-messenger.ts';
import { digestNow } from './digest-now.ts';
import { returnedNow } from './returned-now.ts';

/** Of messages that show many. */
export type ListKind = 'digest' | 'returned';

interface ShownList {
  readonly teamId: TeamId;
  readonly shown: ActionItemMessage & { readonly kind: ListKind };
  readonly ids: readonly ActionItemId[];
}

/** What a message that shows many shows by now; undefined where it is to stay as it is. */
export async function listNow(
  { database: { records }, actionItemMessenger }: Pick<Ports, 'database' | 'actionItemMessenger'>,
  { teamId, shown, ids }: ShownList,
): Promise<MessageNow | undefined> {
  const { kind, personId, message } = shown;
  const sentAt = actionItemMessenger.sentAt(message);
  const day = await dayOf(records, { teamId, personId, message }, sentAt);
  if (kind === 'digest' && personId !== undefined) {
    return { kind, digest: { day, items: await digestNow(records, ids, personId) } };
  }
  const owner = kind === 'returned' ? await whoHad(records, ids, sentAt) : undefined;
  return owner && { kind: 'returned', returned: { owner, day, items: await returnedNow(records, ids, personId) } };
}

/** On which it was sent, where its reader is; of their last reminder that is kept, as they may have moved. */
async function dayOf(
  records: Records,
  { teamId, personId, message }: Pick<ActionItemMessage, 'personId' | 'message'> & { readonly teamId: TeamId },
  sentAt: Instant,
): Promise<CalendarDate> {
  if (personId === undefined) {
    return calendarDateAt(sentAt, UTC);
  }
  const last = await records.reminders.findDigest(teamId, personId);
  return last !== undefined && isSameMessage(last.message, message)
    ? last.sentOn
    : calendarDateAt(sentAt, await zoneOf(records, teamId, personId));
}

/** Items may go back more than once; the chat system's clock may be behind ours. */
async function whoHad(
  records: Records,
  [first]: readonly ActionItemId[],
  sentAt: Instant,
): Promise<PersonId | undefined> {
  return first && returnedFrom(await records.actionItems.history(first), addMilliseconds(sentAt, MINUTE));
}
