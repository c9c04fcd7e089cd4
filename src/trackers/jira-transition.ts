import { z } from 'zod';
import type { ActionItemStatus } from '../domain/action-items/action-item.ts';
import { jiraClosing } from '../domain/action-items/jira-closing.ts';

/** Where an issue can be moved from where it is. */
export const Transitions = z.object({
  transitions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      to: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    }),
  ),
});

export type Transition = z.output<typeof Transitions>['transitions'][number];

/** The way to that status that its name fits best: each site names and joins its statuses as it likes. */
export function chooseTransition(ways: readonly Transition[], status: ActionItemStatus): Transition | undefined {
  if (status === 'open') {
    return (
      ways.find(({ to }) => to.statusCategory.key === 'new') ?? ways.find(({ to }) => to.statusCategory.key !== 'done')
    );
  }
  const closing = ways.filter(({ to }) => to.statusCategory.key === 'done');
  return closing.find(({ name, to }) => jiraClosing(`${name} ${to.name}`) === status) ?? closing[0];
}
