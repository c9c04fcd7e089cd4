import type { KnownItem } from '../../domain/action-items/ending.ts';
import { isTheirs } from '../../domain/action-items/ownership.ts';
import type { ActionItemId, PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Records } from '../ports.ts';
import { owningMembers } from './owning-members.ts';
import { readItem } from './read-item.ts';

/** What the messages that show an item are drawn from. */
export type Known = KnownItem & { readonly incident: Incident };

export async function readKnown(records: Records, id: ActionItemId): Promise<Known> {
  return { ...(await readItem(records, id)), history: await records.actionItems.history(id) };
}

export async function isItemOf(
  records: Records,
  { item, incident }: Known,
  reader: PersonId | undefined,
): Promise<boolean> {
  const members = await owningMembers(records, incident, item);
  return reader !== undefined && isTheirs(item, { by: reader, members });
}
