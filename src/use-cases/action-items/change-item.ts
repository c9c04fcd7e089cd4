import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { ActionItemChange } from '../../domain/action-items/action-item-change.ts';
import { endingOf } from '../../domain/action-items/ending.ts';
import type { ActionItemId, MessageRef } from '../../domain/ids.ts';
import { accept, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { Known } from '../action-item-stores.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { Records } from '../ports.ts';
import type { Requester } from '../request.ts';
import type { ItemNow } from './action-item-messenger.ts';
import { findItem, type NoSuchActionItem } from './find-item.ts';
import { keepChange } from './keep-change.ts';
import { askToShowPress } from './refresh-item-message.ts';

export interface ItemRequest extends Requester {
  readonly actionItemId: ActionItemId;
  /** The message in which they asked, where it was one. */
  readonly pressedIn?: MessageRef | undefined;
}

interface Deed<Refusal> {
  /** The use case, `complete-action-item`. */
  readonly action: string;
  readonly reason?: string | undefined;
  readonly through?: ActionItemChange['through'];
  /** What the item becomes. */
  readonly decide: (
    known: Known,
    records: Records,
    now: Instant,
  ) => Result<ActionItem, Refusal> | Promise<Result<ActionItem, Refusal>>;
  /** What is asked for beside what follows from every change. */
  readonly follow?: (records: Records, kept: ActionItem, now: Instant) => Promise<void>;
}

/** Whoever may see an incident may change its items, in one transaction with all that follows. */
export async function changeItem<Refusal>(
  ports: ChangePorts,
  request: ItemRequest,
  deed: Deed<Refusal>,
): Promise<Result<ItemNow, Refusal | AlreadyHandled | NoSuchActionItem>> {
  return change<ItemNow, Refusal | NoSuchActionItem>(ports, request, async (records, now) => {
    const found = await findItem(records, request);
    if (!found.ok) {
      return found;
    }
    const { incident, item } = found.value;
    const decided = await deed.decide(found.value, records, now);
    if (!decided.ok) {
      return decided;
    }
    const { action, reason, through } = deed;
    const { personId: by } = request;
    const kept = {
      incident,
      before: item,
      after: decided.value,
      by,
      action,
      reason: reason || undefined,
      through,
      now,
    };
    const after = await keepChange(records, kept);
    await askToShowPress(records, request, now);
    await deed.follow?.(records, after, now);
    const history = await records.actionItems.history(after.id);
    return accept({ item: after, incident, ending: endingOf({ item: after, history }) });
  });
}
