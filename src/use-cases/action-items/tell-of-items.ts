import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { attempt } from '../attempt.ts';
import type { OwnedItems } from '../messenger.ts';
import { maySee } from '../people/may-see.ts';
import type { Ports, Records } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';

interface OwnersItems extends OwnedItems {
  /** Why they hear of it now. */
  readonly kind: 'closed' | 'overdue';
  readonly owner: PersonId;
}

/**
 * Tells an owner of their work. Whoever left the channel of a private incident hears no more of it: then whoever added
 * the work hears, so that it finds another owner.
 */
export async function tellOfItems(
  ports: Pick<Ports, 'database' | 'messenger'>,
  owned: OwnersItems,
  claimed: ClaimedWork,
): Promise<void> {
  const { messenger, database } = ports;
  const { incident } = owned;
  if (!(await maySee(database.records, incident, owned.owner))) {
    for (const [person, items] of await byStandIn(database.records, owned)) {
      await messenger.tellOfAbsentOwner(person, { incident, items }, attempt(claimed));
    }
  } else if (owned.kind === 'closed') {
    await messenger.tellOwner(owned.owner, owned, attempt(claimed));
  } else {
    await messenger.remindOwner(owned.owner, owned, attempt(claimed));
  }
}

/** Leaves out what nobody is left for. */
async function byStandIn(
  records: Records,
  { incident, items }: OwnedItems,
): Promise<ReadonlyMap<PersonId, readonly ActionItem[]>> {
  const found = new Map<PersonId, readonly ActionItem[]>();
  for (const item of items) {
    const person = await standInFor(records, incident, item);
    if (person !== undefined) {
      found.set(person, [...(found.get(person) ?? []), item]);
    }
  }
  return found;
}

async function standInFor(records: Records, incident: Incident, item: ActionItem): Promise<PersonId | undefined> {
  for (const person of [item.createdBy, incident.declaredBy]) {
    if (await maySee(records, incident, person)) {
      return person;
    }
  }
  return undefined;
}
