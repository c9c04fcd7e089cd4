import { describe, expect, it } from 'vitest';
import type { ActionItemStatus } from '../../src/domain/action-items/action-item.ts';
import { chooseTransition, type Transition } from '../../src/trackers/jira-transition.ts';

function way(to: string, category: string, name = `Move to ${to}`): Transition {
  return { id: `${name} → ${to}`, name, to: { name: to, statusCategory: { key: category } } };
}

const toDo = way('To Do', 'new');
const inProgress = way('In Progress', 'indeterminate');
const done = way('Done', 'done');
const wontDo = way("Won't Do", 'done');
const cancel = way('Closed', 'done', 'Cancel');

describe('chooseTransition', () => {
  it.each<[ActionItemStatus, string, readonly Transition[], Transition | undefined]>([
    ['done', 'the way to done, wherever it stands', [inProgress, wontDo, done], done],
    ['done', 'the only way that closes, whatever its name', [toDo, wontDo], wontDo],
    ['done', 'none where none closes', [toDo, inProgress], undefined],
    ['wont-do', 'the way that gives it up, wherever it stands', [inProgress, done, wontDo], wontDo],
    ['wont-do', 'what the way says, where the status does not', [done, cancel], cancel],
    ['wont-do', 'the only way that closes, whatever its name', [toDo, done], done],
    ['open', 'the way back to the beginning', [done, inProgress, toDo], toDo],
    ['open', 'whatever way does not close', [done, inProgress], inProgress],
    ['open', 'none where all close', [done, wontDo], undefined],
    ['open', 'none where there is none', [], undefined],
  ])('to %s takes %s', (status, _, ways, expected) => {
    expect(chooseTransition(ways, status)).toBe(expected);
  });
});
