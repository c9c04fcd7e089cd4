import type { IncidentId, PersonId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident/incident.ts';
import { accept } from '../domain/result.ts';
import { attempt } from './attempt.ts';
import type { Ports, Records } from './ports.ts';
import type { ClaimedWork, Work } from './work.ts';

/** Tells of work that failed for good: a command to whoever typed it, the rest to the incident's declarer. */
export async function reportFailedWork(
  ports: Pick<Ports, 'database' | 'clock' | 'wake'>,
  failed: ClaimedWork,
  reason: string,
): Promise<void> {
  if (failed.work.kind === 'report-failure') {
    return;
  }
  await ports.database.transaction(async (records) => {
    const work = await reportOf(records, failed.work, reason);
    if (work !== undefined) {
      const key = `${work.kind}:${failed.id}`;
      await records.work.add({ work, lane: key, runAt: ports.clock.now(), dedupeKey: key });
    }
    return accept(undefined);
  });
  ports.wake();
}

async function reportOf(records: Records, failed: Work, reason: string): Promise<Work | undefined> {
  if (failed.kind === 'run-command') {
    return { kind: 'return-command', command: failed.command, reason };
  }
  const incidentId = await incidentOf(records, failed);
  return incidentId === undefined ? undefined : { kind: 'report-failure', incidentId, what: failed.kind, reason };
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
