import type { Incident } from '../../domain/incident/incident.ts';
import { type MilestoneEntry, type Milestones, milestonesOf } from '../../domain/timeline/milestone.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import type { Records } from '../ports.ts';

export interface ReadMilestones {
  readonly milestones: Milestones;
  /** In the order in which they were said. */
  readonly said: readonly MilestoneEntry[];
  /** What happened, in order. */
  readonly events: readonly TimelineEvent[];
}

/** The milestones as they hold now, and what they were read from. */
export async function readMilestones(records: Records, incident: Incident): Promise<ReadMilestones> {
  const [events, escalations, said] = await Promise.all([
    records.timeline.list(incident.id),
    records.escalations.list(incident.id),
    records.milestones.list(incident.id),
  ]);
  return { milestones: milestonesOf({ incident, events, escalations, milestones: said }), said, events };
}
