import type { KnownItem } from '../../domain/action-items/ending.ts';
import type { ActionItemId, PersonId, TeamId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { maySee } from '../people/may-see.ts';
import type { Records } from '../ports.ts';

export interface NoSuchActionItem {
  readonly kind: 'no-such-action-item';
}

/** Of a private incident only for people in its channel. */
export async function findItem(
  records: Records,
  asker: { readonly teamId: TeamId; readonly personId: PersonId; readonly actionItemId: ActionItemId },
): Promise<Result<KnownItem & { readonly incident: Incident }, NoSuchActionItem>> {
  const item = await records.actionItems.find(asker.actionItemId);
  const incident = item === undefined ? undefined : await records.incidents.find(item.incidentId);
  if (item === undefined || incident?.teamId !== asker.teamId || !(await maySee(records, incident, asker.personId))) {
    return refuse({ kind: 'no-such-action-item' });
  }
  return accept({ item, incident, history: await records.actionItems.history(item.id) });
}
