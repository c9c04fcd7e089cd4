import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { ActionItemId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { Requester } from '../request.ts';
import { keepChange } from './keep-change.ts';

export type CompleteActionItemRefusal =
  | AlreadyHandled
  | { readonly kind: 'no-such-action-item' }
  | { readonly kind: 'already-done'; readonly title: string };

export async function completeActionItem(
  ports: ChangePorts,
  request: Requester & { readonly actionItemId: ActionItemId },
): Promise<Result<ActionItem, CompleteActionItemRefusal>> {
  return change<ActionItem, CompleteActionItemRefusal>(ports, request, async (records, now) => {
    const item = await records.actionItems.find(request.actionItemId);
    const incident = item === undefined ? undefined : await records.incidents.find(item.incidentId);
    if (item === undefined || incident === undefined) {
      return refuse({ kind: 'no-such-action-item' });
    }
    if (item.status === 'done') {
      return refuse({ kind: 'already-done', title: item.title });
    }
    const after: ActionItem = { ...item, status: 'done', endedAt: now };
    const { personId: by } = request;
    return accept(
      await keepChange(records, { incident, before: item, after, by, now, action: 'complete-action-item' }),
    );
  });
}
