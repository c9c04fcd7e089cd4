import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { IncidentId, PersonId } from '../../domain/ids.ts';
import { isOpen } from '../../domain/incident/status.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { readIncident } from '../incident/deliver-incident.ts';
import type { Ports, Records } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import { reachableOwners } from './reachable-owners.ts';
import { tellOfItems } from './tell-of-items.ts';

type TellingPorts = Pick<Ports, 'database' | 'directory' | 'messenger' | 'clock' | 'wake'>;

/** At the end, each owner hears what is theirs, each in a lane of their own; whatever is reopened meanwhile is told later. */
export async function tellOwners(ports: TellingPorts, id: IncidentId): Promise<void> {
  const incident = await readIncident(ports, id);
  if (isOpen(incident.status)) {
    return;
  }
  const owners = new Set<PersonId>();
  for (const item of await openItems(ports, id)) {
    for (const person of await reachableOwners(ports, incident.teamId, item.owner)) {
      owners.add(person.id);
    }
  }
  const now = ports.clock.now();
  await ports.database.transaction(async (records) => {
    for (const personId of owners) {
      await askToTell(records, { incidentId: id, personId }, { now, because: `${incident.closedAt}` });
    }
    return accept(undefined);
  });
  ports.wake();
}

interface Telling {
  readonly incidentId: IncidentId;
  readonly personId: PersonId;
}

/** For one reason an owner is told once. */
export async function askToTell(
  records: Records,
  telling: Telling,
  { now, because }: { readonly now: Instant; readonly because: string },
): Promise<void> {
  const lane = `tell-owner:${telling.incidentId}:${telling.personId}`;
  await records.work.add({
    work: { kind: 'tell-owner', ...telling },
    lane,
    runAt: now,
    dedupeKey: `${lane}:${because}`,
  });
}

export async function tellOwner(ports: TellingPorts, telling: Telling, claimed: ClaimedWork): Promise<void> {
  const { incidentId, personId } = telling;
  const incident = await readIncident(ports, incidentId);
  if (isOpen(incident.status)) {
    return;
  }
  const items: ActionItem[] = [];
  for (const item of await openItems(ports, incidentId)) {
    if ((await reachableOwners(ports, incident.teamId, item.owner)).some(({ id }) => id === personId)) {
      items.push(item);
    }
  }
  if (items.length > 0) {
    await tellOfItems(ports, { kind: 'closed', owner: personId, incident, items }, claimed);
  }
}

async function openItems(ports: TellingPorts, id: IncidentId): Promise<readonly ActionItem[]> {
  return (await ports.database.records.actionItems.list(id)).filter(({ status }) => status === 'open');
}
