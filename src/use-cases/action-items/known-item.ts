import { isTheirs } from '../../domain/action-items/ownership.ts';
import type { ActionItemId, PersonId } from '../../domain/ids.ts';
import type { Party } from '../../domain/people/person.ts';
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

/** Whether it was theirs once, or that of a group that they are in. */
export async function wasItemOf(records: Records, known: Known, reader: PersonId): Promise<boolean> {
  for (const change of known.history.flatMap(({ fields }) => fields)) {
    if (change.field === 'owner' && (await isItemOf(records, ownedBy(known, change.from), reader))) {
      return true;
    }
  }
  return false;
}

function ownedBy(known: Known, owner: Party | undefined): Known {
  return { ...known, item: { ...known.item, owner } };
}

export async function isItemOf(
  records: Records,
  { item, incident }: Known,
  reader: PersonId | undefined,
): Promise<boolean> {
  const members = await owningMembers(records, incident, item);
  return reader !== undefined && isTheirs(item, { by: reader, members });
}
