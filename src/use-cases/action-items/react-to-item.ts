import { endingOf } from '../../domain/action-items/ending.ts';
import type { ActionItemId, MessageRef } from '../../domain/ids.ts';
import type { ChangePorts } from '../change.ts';
import type { Records } from '../ports.ts';
import type { Requester } from '../request.ts';
import { completeActionItem } from './complete-action-item.ts';
import { findItem } from './find-item.ts';
import { reopenActionItem } from './reopen-action-item.ts';

export interface ReactToItem extends Requester {
  readonly message: MessageRef;
  /** False where the reaction was taken back. */
  readonly isSet: boolean;
}

/**
 * A reaction says that the item of a message is done; taking it back opens the item again where that very reaction did
 * it. A message that shows several leaves open which.
 */
export async function reactToItem(ports: ChangePorts, request: ReactToItem): Promise<'heard' | 'which-one'> {
  const { records } = ports.database;
  const shown = await records.itemMessages.listItems(request.teamId, request.message);
  const [only, ...others] = shown;
  if (only === undefined) {
    return 'heard';
  }
  if (others.length > 0) {
    return request.isSet && (await seesOneOf(records, request, shown)) ? 'which-one' : 'heard';
  }
  const asked = { ...request, actionItemId: only };
  if (request.isSet) {
    await completeActionItem(ports, { ...asked, through: 'reaction' });
    return 'heard';
  }
  const found = await findItem(records, asked);
  const ending = found.ok ? endingOf(found.value) : undefined;
  if (ending?.status === 'done' && ending.through === 'reaction' && ending.by === request.personId) {
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
