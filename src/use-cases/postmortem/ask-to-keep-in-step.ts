import type { IncidentId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';

/** Has what shows the postmortem brought up to date, where there is one: in its channel, and from there in the folder. */
export async function askToKeepInStep(
  records: Records,
  { id: incidentId, status }: Pick<Incident, 'id' | 'status'>,
  now: Instant,
): Promise<void> {
  // One that was closed and reopened is shown as well.
  if (status === 'closed' || (await records.copies.find(incidentId)) !== undefined) {
    await enqueue(records, laneOfCopy(incidentId), now, { kind: 'keep-postmortem', incidentId });
  }
}

export function laneOfCopy(incidentId: IncidentId): string {
  return `keep-postmortem:${incidentId}`;
}

/** One for all incidents: two changes of one folder at the same moment would be in each other's way. */
export const FOLDER_LANE = 'keep-in-folder';
