import type { IncidentId, PersonId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident/incident.ts';
import { accept } from '../domain/result.ts';
import { attempt } from './attempt.ts';
import type { Ports, Records } from './ports.ts';
import type { ClaimedWork, Work } from './work.ts';

/** Work that failed for good is told to whoever can do something about it: for now the incident's declarer. */
export async function reportFailedWork(
  ports: Pick<Ports, 'database' | 'clock' | 'wake'>,
  failed: ClaimedWork,
  reason: string,
): Promise<void> {
  if (failed.work.kind === 'report-failure') {
    return;
  }
  await ports.database.transaction(async (records) => {
    const incidentId = await incidentOf(records, failed.work);
    if (incidentId !== undefined) {
      await records.work.add({
        work: { kind: 'report-failure', incidentId, what: failed.work.kind, reason },
        lane: `report-failure:${incidentId}`,
        runAt: ports.clock.now(),
        dedupeKey: `report-failure:${failed.id}`,
      });
    }
    return accept(undefined);
  });
  ports.wake();
}

export async function reportFailure(
  ports: Pick<Ports, 'database' | 'messenger'>,
  report: { readonly incidentId: IncidentId; readonly what: string; readonly reason: string },
  claimed: ClaimedWork,
): Promise<void> {
  const incident = await ports.database.records.incidents.find(report.incidentId);
  if (incident !== undefined) {
    await ports.messenger.reportFailure(responsible(incident), { incident, ...report }, attempt(claimed));
  }
}

function responsible(incident: Incident): PersonId {
  return incident.declaredBy;
}

async function incidentOf(records: Records, work: Work): Promise<IncidentId | undefined> {
  if ('incidentId' in work) {
    return work.incidentId;
  }
  if ('escalationId' in work) {
    return (await records.escalations.find(work.escalationId))?.incidentId;
  }
  if ('actionItemId' in work) {
    return (await records.actionItems.find(work.actionItemId))?.incidentId;
  }
  if ('eventId' in work) {
    return (await records.timeline.find(work.eventId))?.incidentId;
  }
  return undefined;
}
