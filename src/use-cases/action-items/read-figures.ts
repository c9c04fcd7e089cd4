import { type ActionItemFigures, actionItemFigures, FIGURES_DAYS } from '../../domain/action-items/figures.ts';
import type { TeamId } from '../../domain/ids.ts';
import { addMilliseconds, DAY } from '../../domain/time.ts';
import type { Ports } from '../ports.ts';
import { readTeams } from './read-teams.ts';

/** How the work that follows incidents goes, without names of people and without titles. */
export async function readFigures(
  ports: Pick<Ports, 'database' | 'policy' | 'clock'>,
  team: TeamId,
): Promise<ActionItemFigures> {
  const now = ports.clock.now();
  const { itemReports } = ports.database.records;
  const items = await itemReports.listCounted(team, addMilliseconds(now, -FIGURES_DAYS * DAY));
  return actionItemFigures(items, { teams: await readTeams(ports, team), now });
}
