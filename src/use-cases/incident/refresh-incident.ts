import type { IncidentId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';
import { changeIncident, readIncident } from './deliver-incident.ts';

type RefreshPorts = Pick<Ports, 'database' | 'messenger' | 'clock' | 'wake'>;

/** Brings up to date all that shows the severity and the status, each as work of its own, as any of it may fail. */
export async function refreshCard(ports: RefreshPorts, id: IncidentId, claimed: ClaimedWork): Promise<void> {
  await refreshTheRest(ports, id, claimed);
  const incident = await readIncident(ports, id);
  const { card } = incident;
  if (card === undefined || (await ports.messenger.refreshCard(card, incident))) {
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

async function refreshTheRest(ports: RefreshPorts, id: IncidentId, claimed: ClaimedWork): Promise<void> {
  const rest: readonly Work[] = [
    { kind: 'refresh-announcement', incidentId: id },
    { kind: 'set-topic', incidentId: id },
  ];
  await ports.database.transaction(async (records) => {
    for (const work of rest) {
      await records.work.add({
        work,
        lane: id,
        runAt: ports.clock.now(),
        dedupeKey: `${work.kind}:after:${claimed.id}`,
      });
    }
    return accept(undefined);
  });
  ports.wake();
}

/** A deleted announcement is not posted again: whoever deleted it wants it gone. */
export async function refreshAnnouncement(ports: RefreshPorts, id: IncidentId): Promise<void> {
  const incident = await readIncident(ports, id);
  const { announcement } = incident;
  if (announcement !== undefined && !(await ports.messenger.refreshAnnouncement(announcement, incident))) {
    await changeIncident(ports, id, async (current) => ({ ...current, announcement: undefined }));
  }
}

export async function setTopic(ports: RefreshPorts, id: IncidentId): Promise<void> {
  const incident = await readIncident(ports, id);
  if (incident.channel !== undefined) {
    await ports.messenger.setTopic(incident.channel, incident);
  }
}
