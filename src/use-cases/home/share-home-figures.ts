import type { ActionItemFigures } from '../../domain/action-items/figures.ts';
import type { TeamId } from '../../domain/ids.ts';
import { type Instant, SECOND } from '../../domain/time.ts';
import { readFigures } from '../action-items/read-figures.ts';
import type { Ports } from '../ports.ts';
import { shareReading } from '../share-reading.ts';

const LIFE = 30 * SECOND;

/**
 * Of a workspace, without private incidents' items: one reading for all home pages that are drawn soon after each other,
 * and no earlier one than what changed then.
 */
export function shareHomeFigures(
  ports: Pick<Ports, 'database' | 'policy' | 'clock'>,
): (team: TeamId, changedAt?: Instant) => Promise<ActionItemFigures> {
  const shared = new Map<TeamId, ReturnType<typeof shareReading<ActionItemFigures>>>();
  return (team, changedAt) => {
    const read = () => readFigures(ports, team, { hasPrivate: false });
    const figures = shared.get(team) ?? shareReading(read, ports.clock, LIFE);
    shared.set(team, figures);
    return figures(changedAt);
  };
}
