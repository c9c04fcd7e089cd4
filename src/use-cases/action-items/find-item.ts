import type { ActionItemId, PersonId, TeamId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Known } from '../action-item-stores.ts';
import { maySee } from '../people/may-see.ts';
import type { Records } from '../ports.ts';

export interface NoSuchActionItem {
  readonly kind: 'no-such-action-item';
}

/** Of a private incident only for people in its channel. */
export async function findItem(
  records: Records,
  asker: { readonly teamId: TeamId; readonly personId: PersonId; readonly actionItemId: ActionItemId },
): Promise<Result<Known, NoSuchActionItem>> {
  const item = await records.actionItems.find(asker.actionItemId);
  const incident = item === undefined ? undefined : await records.incidents.find(item.incidentId);
  if (item === undefined || incident?.teamId !== asker.teamId || !(await maySee(records, incident, asker.personId))) {
    return refuse({ kind: 'no-such-action-item' });
  }
  return accept({ item, incident, history: await records.actionItems.history(item.id) });
}
