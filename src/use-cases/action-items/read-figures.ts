import { type ActionItemFigures, actionItemFigures, FIGURES_DAYS } from '../../domain/action-items/figures.ts';
import type { TeamId } from '../../domain/ids.ts';
import { addCalendarDays, addMilliseconds, calendarDateAt, DAY, UTC } from '../../domain/time.ts';
import type { ReportScope } from '../action-item-stores.ts';
import type { Ports } from '../ports.ts';
import { readTeams } from './read-teams.ts';

/** How the work that follows incidents goes, without names of people and without titles. */
export async function readFigures(
  ports: Pick<Ports, 'database' | 'policy' | 'clock'>,
  teamId: TeamId,
  { hasPrivate }: Pick<ReportScope, 'hasPrivate'> = { hasPrivate: true },
): Promise<ActionItemFigures> {
  const scope = { teamId, hasPrivate };
  const now = ports.clock.now();
  const { itemReports } = ports.database.records;
  const today = calendarDateAt(now, UTC);
  // What was due two days ago is overdue everywhere, and what is due tomorrow nowhere.
  const open = await itemReports.countOpen(scope, addCalendarDays(today, -2), today);
  const done = await itemReports.listDone(scope, addMilliseconds(now, -FIGURES_DAYS * DAY));
  return actionItemFigures({ open, done }, { teams: await readTeams(ports, teamId), now });
}
