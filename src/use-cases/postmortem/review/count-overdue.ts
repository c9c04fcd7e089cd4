import type { TeamId } from '../../../domain/ids.ts';
import { dueOn } from '../../../domain/postmortem/review/deadline.ts';
import { calendarDateAt } from '../../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { deadlinesOf } from './deadlines-of.ts';

/** The postmortems that were to be published before today. */
export async function countOverdue(
  ports: Pick<Ports, 'database' | 'policy' | 'calendarOf' | 'clock'>,
  team: TeamId,
): Promise<number> {
  const deadlines = deadlinesOf(ports);
  const severities = Object.keys(deadlines.dueWorkingDays);
  const unpublished = await ports.database.records.reviews.listUnpublished(team, severities);
  const today = calendarDateAt(ports.clock.now(), deadlines.zone);
  return unpublished.map((incident) => dueOn(incident, deadlines)).filter((due) => due !== undefined && due < today)
    .length;
}
