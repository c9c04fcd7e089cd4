import { type ActionItemId, isSameMessage, type MessageRef, type TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { ActionItemMessage } from '../action-item-stores.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import type { Work } from '../work.ts';
import type { MessageNow } from './action-item-messenger.ts';
import { readKnown } from './known-item.ts';
import { listNow } from './list-now.ts';
import { messageNow } from './message-now.ts';

type DrawPorts = Pick<Ports, 'database' | 'actionItemMessenger'>;

interface ItemMessage {
  readonly teamId: TeamId;
  readonly message: MessageRef;
}

/** In the caller's transaction. Also where one waits: that may begin elsewhere before this is committed, and see nothing of it. */
export async function askToRefreshMessage(
  records: Records,
  { teamId, message, now }: ItemMessage & { readonly now: Instant },
): Promise<void> {
  const { channel, key } = message;
  await enqueue(records, laneOf(message), now, { kind: 'refresh-item-message', teamId, channel, message: key });
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
    await (isSameMessage(last?.message, message) || askToRefreshMessage(records, { teamId, message, now }));
  }
}

export async function refreshItemMessage(
  ports: DrawPorts,
  { teamId, channel, message: key }: Extract<Work, { kind: 'refresh-item-message' }>,
): Promise<void> {
  const message = { channel, key };
  // Where a later one waits, that shows all.
  if (!(await ports.database.records.work.isWaiting(laneOf(message), 'refresh-item-message'))) {
    await redrawMessage(ports, teamId, message);
  }
}

function laneOf({ channel, key }: MessageRef): string {
  return `refresh-item-message:${channel}:${key}`;
}

/** Draws a message as its items are now, or forgets it where it is gone. */
export async function redrawMessage(ports: DrawPorts, teamId: TeamId, message: MessageRef): Promise<void> {
  const { database, actionItemMessenger } = ports;
  const now = await shownNow(ports, { teamId, message });
  if (now !== undefined && !(await actionItemMessenger.redraw(message, now))) {
    await database.transaction(async ({ itemMessages }) => accept(await itemMessages.forget(teamId, message)));
  }
}

async function shownNow(ports: DrawPorts, { teamId, message }: ItemMessage): Promise<MessageNow | undefined> {
  const { records } = ports.database;
  const ids = await records.itemMessages.listItems(teamId, message);
  const [first] = ids;
  const shown = first && (await findShown(records, first, message));
  if (first === undefined || shown === undefined) {
    return undefined;
  }
  const { kind, personId } = shown;
  return kind === 'digest' || kind === 'returned'
    ? listNow(ports, { teamId, shown: { kind, personId, message }, ids })
    : messageNow(records, await readKnown(records, first), { kind, personId });
}

async function findShown(
  records: Records,
  id: ActionItemId,
  message: MessageRef,
): Promise<ActionItemMessage | undefined> {
  return (await records.itemMessages.list(id)).find((shown) => isSameMessage(shown.message, message));
}
