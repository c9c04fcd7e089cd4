import type { TeamId } from '../../../domain/ids.ts';
import { dueOn } from '../../../domain/postmortem/review/deadline.ts';
import { calendarDateAt } from '../../../domain/time.ts';
import type { Ports } from '../../ports.ts';

/** The postmortems that were to be published before today. */
export async function countOverdue(
  { database, policy, clock }: Pick<Ports, 'database' | 'policy' | 'clock'>,
  team: TeamId,
): Promise<number> {
  const { postmortems } = policy;
  const severities = Object.keys(postmortems.dueWorkingDays);
  const unpublished = await database.records.reviews.listUnpublished(team, severities);
  const today = calendarDateAt(clock.now(), postmortems.zone);
  return unpublished.map((incident) => dueOn(incident, postmortems)).filter((due) => due !== undefined && due < today)
    .length;
}
