import type { ActionItemFigures } from '../../domain/action-items/figures.ts';
import type { TeamId } from '../../domain/ids.ts';
import { readFigures } from '../action-items/read-figures.ts';
import type { Ports } from '../ports.ts';
import { shareOutcome } from '../share-outcome.ts';

/** Of a workspace, without private incidents' items: one reading for all home pages that are drawn soon after each other. */
export function shareHomeFigures(
  ports: Pick<Ports, 'database' | 'policy' | 'clock'>,
): (team: TeamId) => Promise<ActionItemFigures> {
  const shared = new Map<TeamId, () => Promise<ActionItemFigures>>();
  return (team) => {
    const read = shared.get(team) ?? shareOutcome(() => readFigures(ports, team, { hasPrivate: false }), ports.clock);
    shared.set(team, read);
    return read();
  };
}
