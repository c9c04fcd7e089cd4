import type { Incident } from '../../domain/incident/incident.ts';
import { openMitigations } from '../../domain/timeline/mitigation.ts';
import type { IncidentState } from '../messenger.ts';
import type { Records } from '../ports.ts';
import { readMilestones } from '../timeline/read-milestones.ts';

/** Where an incident stands, for whoever looks at its card. */
export async function readIncidentState(records: Records, incident: Incident): Promise<IncidentState> {
  const { milestones, events } = await readMilestones(records, incident);
  return { incident, milestones, openMitigations: openMitigations(events) };
}
