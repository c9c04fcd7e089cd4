import { endingOf } from '../../domain/action-items/ending.ts';
import { isTheirs } from '../../domain/action-items/ownership.ts';
import { type ActionItemId, isSameMessage, type MessageRef } from '../../domain/ids.ts';
import type { ChangePorts } from '../change.ts';
import type { Records } from '../ports.ts';
import type { Requester } from '../request.ts';
import type { ItemRequest } from './change-item.ts';
import { completeActionItem } from './complete-action-item.ts';
import { findItem } from './find-item.ts';
import { owningMembers } from './owning-members.ts';
import { reopenActionItem } from './reopen-action-item.ts';

export interface ReactToItem extends Requester {
  readonly message: MessageRef;
  /** False where the reaction was taken back. */
  readonly isSet: boolean;
}

/**
 * A reaction says that the item of a message is done: anybody’s in the channel, its owner’s in a direct message.
 * Taking it back opens the item again where that very reaction did it. A message that shows several leaves open which.
 */
export async function reactToItem(
  ports: ChangePorts,
  request: ReactToItem,
): Promise<'heard' | 'which-one' | 'not-theirs'> {
  const { records } = ports.database;
  const shown = await records.itemMessages.listItems(request.teamId, request.message);
  const [only, ...others] = shown;
  if (only === undefined) {
    return 'heard';
  }
  if (others.length > 0) {
    return request.isSet && (await seesOneOf(records, request, shown)) ? 'which-one' : 'heard';
  }
  const asked = { ...request, actionItemId: only, pressedIn: request.message };
  if (request.isSet) {
    if (await isOthers(records, asked)) {
      return 'not-theirs';
    }
    await completeActionItem(ports, { ...asked, through: request.message });
    return 'heard';
  }
  const found = await findItem(records, asked);
  const ending = found.ok ? endingOf(found.value) : undefined;
  if (ending?.status === 'done' && ending.by === request.personId && isSameMessage(ending.through, request.message)) {
    await reopenActionItem(ports, asked);
  }
  return 'heard';
}

async function seesOneOf(records: Records, asker: Requester, shown: readonly ActionItemId[]): Promise<boolean> {
  for (const actionItemId of shown) {
    if ((await findItem(records, { ...asker, actionItemId })).ok) {
      return true;
    }
  }
  return false;
}

async function isOthers(records: Records, asked: ReactToItem & ItemRequest): Promise<boolean> {
  const found = await findItem(records, asked);
  if (!found.ok || found.value.item.status !== 'open') {
    return false;
  }
  const { item, incident } = found.value;
  const shown = await records.itemMessages.list(item.id);
  const isInChannel = shown.some(
    ({ personId, message }) => personId === undefined && isSameMessage(message, asked.message),
  );
  return !isInChannel && !isTheirs(item, { by: asked.personId, members: await owningMembers(records, incident, item) });
}
