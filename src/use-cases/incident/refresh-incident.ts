import type { IncidentId } from '../../domain/ids.ts';
import { isOpen } from '../../domain/incident/status.ts';
import type { Ports } from '../ports.ts';
import { changeIncident, readIncident } from './deliver-incident.ts';
import { readIncidentState } from './read-incident-state.ts';

type RefreshPorts = Pick<Ports, 'database' | 'messenger' | 'policy' | 'calendarOf' | 'clock' | 'wake'>;

export async function refreshCard(ports: RefreshPorts, id: IncidentId): Promise<void> {
  // Where a later one waits, that shows all.
  if (await ports.database.records.work.isWaiting(id, 'refresh-card')) {
    return;
  }
  const incident = await readIncident(ports, id);
  const { card } = incident;
  if (card === undefined) {
    return;
  }
  const state = await readIncidentState(ports, incident);
  const isThere = await ports.messenger.refreshCard(card, state);
  // What changes long after the end, an action item say, brings no card back into the channel.
  if (isThere || !isOpen(incident.status)) {
    return;
  }
  await changeIncident(ports, id, async (current, records) => {
    // Posted anew, and pinned: without the card nobody finds its buttons.
    await records.work.add({
      work: { kind: 'post-card', incidentId: id },
      lane: id,
      runAt: ports.clock.now(),
      dedupeKey: `post-card:${id}:${card.key}`,
    });
    return { ...current, card: current.card?.key === card.key ? undefined : current.card };
  });
  ports.wake();
}

/** A deleted announcement is not posted again: whoever deleted it wants it gone. */
export async function refreshAnnouncement(ports: RefreshPorts, id: IncidentId): Promise<void> {
  const incident = await readIncident(ports, id);
  const { announcement } = incident;
  if (announcement === undefined) {
    return;
  }
  const state = await readIncidentState(ports, incident);
  if (!(await ports.messenger.refreshAnnouncement(announcement, state))) {
    await changeIncident(ports, id, async (current) => ({ ...current, announcement: undefined }));
  }
}

export async function setTopic(ports: RefreshPorts, id: IncidentId): Promise<void> {
  const incident = await readIncident(ports, id);
  if (incident.channel !== undefined) {
    await ports.messenger.setTopic(incident.channel, incident);
  }
}
