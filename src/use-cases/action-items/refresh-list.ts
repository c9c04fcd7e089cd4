import { returnedFrom } from '../../domain/action-items/ownership.ts';
import { type ActionItemId, isSameMessage, type MessageRef, type PersonId, type TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import { addMilliseconds, type CalendarDate, calendarDateAt, type Instant, MINUTE, UTC } from '../../domain/time.ts';
import type { ActionItemMessage } from '../action-item-stores.ts';
import { enqueue } from '../enqueue.ts';
import { zoneOf } from '../people/zone-of.ts';
import type { Ports, Records } from '../ports.ts';
import type { Work } from '../work.ts';
import type { MessageNow } from './action-item-messenger.ts';
import { digestNow } from './digest-now.ts';
import { returnedNow } from './returned-now.ts';

type ListPorts = Pick<Ports, 'database' | 'actionItemMessenger'>;

interface ListMessage {
  readonly teamId: TeamId;
  readonly message: MessageRef;
}

/**
 * In the caller's transaction, for a message that shows many. Also where one waits already: that may be begun elsewhere before
 * this is committed, and see nothing of it.
 */
export async function askToRefreshList(
  records: Records,
  { teamId, message, now }: ListMessage & { readonly now: Instant },
): Promise<void> {
  const { channel, key } = message;
  await enqueue(records, laneOf(message), now, { kind: 'refresh-list', teamId, channel, message: key });
}

/**
 * In the caller's transaction: of somebody's reminders the last follows its items; an older one is drawn anew where
 * something is pressed in it.
 */
export async function askToShowPress(
  records: Records,
  pressed: {
    readonly teamId: TeamId;
    readonly actionItemId: ActionItemId;
    readonly pressedIn?: MessageRef | undefined;
  },
  now: Instant,
): Promise<void> {
  const { teamId, actionItemId, pressedIn: message } = pressed;
  const shown = message && (await findShown(records, actionItemId, message));
  if (message !== undefined && shown?.kind === 'digest' && shown.personId !== undefined) {
    const last = await records.reminders.findDigest(teamId, shown.personId);
    await (isSameMessage(last?.message, message) || askToRefreshList(records, { teamId, message, now }));
  }
}

export async function refreshList(
  ports: ListPorts,
  { teamId, channel, message: key }: Extract<Work, { kind: 'refresh-list' }>,
): Promise<void> {
  const message = { channel, key };
  // Where a later one waits, that shows all.
  if (!(await ports.database.records.work.isWaiting(laneOf(message), 'refresh-list'))) {
    await redrawList(ports, teamId, message);
  }
}

function laneOf({ channel, key }: MessageRef): string {
  return `refresh-list:${channel}:${key}`;
}

/** Draws a message that shows many as they are now, or forgets it where it is gone. */
export async function redrawList(ports: ListPorts, teamId: TeamId, message: MessageRef): Promise<void> {
  const { database, actionItemMessenger } = ports;
  const ids = await database.records.itemMessages.listItems(teamId, message);
  const [first] = ids;
  const shown = first && (await findShown(database.records, first, message));
  const now = shown && (await listNow(ports, { teamId, shown, ids }));
  if (now !== undefined && !(await actionItemMessenger.redraw(message, now))) {
    await database.transaction(async ({ itemMessages }) => accept(await itemMessages.forget(teamId, message)));
  }
}

interface ShownList {
  readonly teamId: TeamId;
  readonly shown: ActionItemMessage;
  readonly ids: readonly ActionItemId[];
}

async function listNow(
  { database: { records }, actionItemMessenger }: ListPorts,
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
  { teamId, personId, message }: ListMessage & Pick<ActionItemMessage, 'personId'>,
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

async function findShown(
  records: Records,
  id: ActionItemId,
  message: MessageRef,
): Promise<ActionItemMessage | undefined> {
  return (await records.itemMessages.list(id)).find((shown) => isSameMessage(shown.message, message));
}
