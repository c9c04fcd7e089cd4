import type { StatusUpdateId, TimelineEventId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { COMMANDER, holderOf } from '../../domain/roles/role.ts';
import { promisedAt, type StatusUpdate } from '../../domain/updates/status-update.ts';
import { attempt } from '../attempt.ts';
import { readIncident } from '../incident/deliver-incident.ts';
import { refreshAnnouncement } from '../incident/refresh-incident.ts';
import { firstToHear } from '../people/first-to-hear.ts';
import type { Ports } from '../ports.ts';
import { keepLine } from '../timeline/link-event.ts';
import type { ClaimedWork } from '../work.ts';

type DeliveryPorts = Pick<Ports, 'database' | 'directory' | 'messenger' | 'policy' | 'calendarOf' | 'clock' | 'wake'>;

/** Posts an update in the incident's channel, where its event is found from then on. */
export async function postUpdate(
  ports: DeliveryPorts,
  request: { readonly statusUpdateId: StatusUpdateId; readonly eventId: TimelineEventId },
  claimed: ClaimedWork,
): Promise<void> {
  const { incident, update } = await readUpdate(ports, request.statusUpdateId);
  if (incident.channel !== undefined) {
    const posted = await ports.messenger.postUpdate(incident.channel, { incident, update }, attempt(claimed));
    await keepLine(ports, request.eventId, posted);
  }
}

/** Posts an update in the thread of the announcement, unless somebody deleted that. A private incident has none. */
export async function announceUpdate(ports: DeliveryPorts, id: StatusUpdateId, claimed: ClaimedWork): Promise<void> {
  const { incident, update } = await readUpdate(ports, id);
  await refreshAnnouncement(ports, incident.id);
  const { announcement } = await readIncident(ports, incident.id);
  if (announcement !== undefined) {
    await ports.messenger.announceUpdate(announcement, { incident, update }, attempt(claimed));
  }
}

/** Tells whoever leads that the next update is due, unless it came already or nobody waits for it any more. */
export async function nudgeUpdate(ports: DeliveryPorts, id: StatusUpdateId, claimed: ClaimedWork): Promise<void> {
  const { incident, update } = await readUpdate(ports, id);
  const newest = await ports.database.records.updates.newest(incident.id);
  if (newest?.id !== id || promisedAt(newest, incident.status) === undefined) {
    return;
  }
  const commander = holderOf(await ports.database.records.roles.list(incident.id), COMMANDER);
  const leader = await firstToHear(ports, incident, [commander, incident.declaredBy]);
  if (leader !== undefined) {
    await ports.messenger.nudgeUpdate(leader.id, { incident, update }, attempt(claimed));
  }
}

async function readUpdate(
  ports: DeliveryPorts,
  id: StatusUpdateId,
): Promise<{ readonly incident: Incident; readonly update: StatusUpdate }> {
  const update = await ports.database.records.updates.find(id);
  if (update === undefined) {
    throw new Error(`no status update ${id}`);
  }
  return { incident: await readIncident(ports, update.incidentId), update };
}
