import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import type { ActionItemFigures } from '../../src/domain/action-items/figures.ts';
import { addActionItemFigures } from '../../src/web/action-item-figures.ts';
import { devops } from '../support/record-builder.ts';

const few = { open: 2, overdue: 1, done: 4, medianDaysToDone: undefined, doneWithDueDate: 0, doneInTime: undefined };
const enough = { ...few, done: 6, medianDaysToDone: 3.5, doneInTime: 0.75 };

it('tells the figures of each team and kind, and none that too few items stand for', async () => {
  const figures: ActionItemFigures = {
    all: few,
    byTeam: [],
    byKind: [],
    byTeamAndKind: [
      { ...enough, team: devops, kind: 'detect' },
      { ...few, team: undefined, kind: undefined },
    ],
  };
  const shown = [figures, { ...figures, byTeamAndKind: [] }];
  const registry = new Registry();
  addActionItemFigures(registry, async () => shown[0] ?? figures);
  const lines = async () => (await registry.metrics()).split('\n').filter((line) => /^[^#]/u.test(line));

  const of = '{team="devops",kind="detect"}';
  const none = '{team="none",kind="none"}';
  expect(await lines()).toEqual([
    `faultline_action_items_open${of} 2`,
    `faultline_action_items_open${none} 2`,
    `faultline_action_items_overdue${of} 1`,
    `faultline_action_items_overdue${none} 1`,
    `faultline_action_items_done${of} 6`,
    `faultline_action_items_done${none} 4`,
    `faultline_action_items_median_days_to_done${of} 3.5`,
    `faultline_action_items_done_in_time_ratio${of} 0.75`,
  ]);
  shown.shift();
  expect(await lines()).toEqual([]);
});
