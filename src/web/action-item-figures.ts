import { Gauge, type Registry } from 'prom-client';
import type { ActionItemFigures, FiguresOfGroup } from '../domain/action-items/figures.ts';

const NAMES = ['team', 'kind'] as const;

const GAUGES: readonly {
  readonly name: string;
  readonly help: string;
  readonly value: (figures: FiguresOfGroup) => number | undefined;
}[] = [
  { name: 'open', help: 'Open action items', value: ({ open }) => open },
  { name: 'overdue', help: 'Open action items that were due on an earlier day', value: ({ overdue }) => overdue },
  { name: 'done', help: 'Action items done in the last 90 days', value: ({ done }) => done },
  {
    name: 'median_days_to_done',
    help: 'Days from the making of an action item until it was done, the median of the last 90 days; of five or more',
    value: ({ medianDaysToDone }) => medianDaysToDone,
  },
  {
    name: 'done_in_time_ratio',
    help: 'Of the action items with a due date that were done in the last 90 days, the part done by it; of five or more',
    value: ({ doneInTime }) => doneInTime,
  },
];

/** By team and kind, `none` where an item has none. Whoever reads one gauge reads all; `read` shares its outcome. */
export function addActionItemFigures(registry: Registry, read: () => Promise<ActionItemFigures>): void {
  for (const { name, help, value } of GAUGES) {
    new Gauge({
      name: `faultline_action_items_${name}`,
      help: `${help}, by team and kind, without drills.`,
      labelNames: NAMES,
      registers: [registry],
      async collect() {
        this.reset();
        for (const figures of (await read()).byTeamAndKind) {
          const counted = value(figures);
          if (counted !== undefined) {
            this.set({ team: figures.team?.handle ?? 'none', kind: figures.kind ?? 'none' }, counted);
          }
        }
      },
    });
  }
}
