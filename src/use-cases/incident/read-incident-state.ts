import type { Incident } from '../../domain/incident/incident.ts';
import { dueOn } from '../../domain/postmortem/review/deadline.ts';
import { reviewOf } from '../../domain/postmortem/review/review.ts';
import { heldRoles } from '../../domain/roles/role.ts';
import { openMitigations } from '../../domain/timeline/mitigation.ts';
import type { IncidentState } from '../messenger.ts';
import type { Ports } from '../ports.ts';
import { deadlinesOf } from '../postmortem/review/deadlines-of.ts';
import { readMilestones } from '../timeline/read-milestones.ts';

/** Where an incident stands, for whoever looks at its card. */
export async function readIncidentState(
  ports: Pick<Ports, 'database' | 'policy' | 'calendarOf'>,
  incident: Incident,
): Promise<IncidentState> {
  const { policy } = ports;
  const { records } = ports.database;
  const { milestones, events } = await readMilestones(records, incident);
  return {
    incident,
    milestones,
    openMitigations: openMitigations(events),
    escalations: await records.escalations.list(incident.id),
    lastUpdate: await records.updates.newest(incident.id),
    postmortem: {
      ...reviewOf(await records.reviews.list(incident.id), { closedAt: incident.closedAt, version: '' }),
      dueOn: dueOn(incident, deadlinesOf(ports)),
    },
    actionItems: await records.actionItems.list(incident.id),
    roles: heldRoles(policy.roles, await records.roles.list(incident.id)),
  };
}
