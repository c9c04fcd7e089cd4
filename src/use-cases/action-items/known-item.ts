import { isTheirs } from '../../domain/action-items/ownership.ts';
import type { ActionItemId, PersonId } from '../../domain/ids.ts';
import type { Known } from '../action-item-stores.ts';
import type { Records } from '../ports.ts';
import { owningMembers } from './owning-members.ts';

/** For work, which is asked for together with its item. */
export async function readKnown(records: Records, id: ActionItemId): Promise<Known> {
  const [known] = await records.actionItems.readAll([id]);
  if (known === undefined) {
    throw new Error(`no action item ${id}`);
  }
  return known;
}

export async function isItemOf(
  records: Records,
  { item, incident }: Known,
  reader: PersonId | undefined,
): Promise<boolean> {
  const members = await owningMembers(records, incident, item);
  return reader !== undefined && isTheirs(item, { by: reader, members });
}
