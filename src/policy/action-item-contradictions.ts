import type { Policy } from '../domain/policy.ts';
import { type Contradiction, unlistedSeverity } from './contradiction.ts';
import type { PolicyFile } from './policy-file.ts';

const KEY = 'action_items';

export function actionItemContradictions(file: PolicyFile, policy: Policy): readonly Contradiction[] {
  return [...unknownSeverities(file, policy), ...reactionOfTwoMeanings(policy), ...repeatedTeams(policy)];
}

function unknownSeverities({ action_items: items }: PolicyFile, { severities }: Policy): readonly Contradiction[] {
  const lists = [
    { path: [KEY, 'due'], days: items?.due },
    ...Object.entries(items?.due_by_kind ?? {}).map(([kind, days]) => ({ path: [KEY, 'due_by_kind', kind], days })),
  ];
  return lists.flatMap(({ path, days }) =>
    Object.keys(days ?? {}).flatMap((name) => unlistedSeverity({ name, path: [...path, name] }, severities)),
  );
}

function reactionOfTwoMeanings({ actionItems: { reaction }, reactions }: Policy): readonly Contradiction[] {
  const kind = reaction === undefined ? undefined : reactions[reaction];
  return kind === undefined
    ? []
    : [
        {
          path: [KEY, 'reaction'],
          sentence: `Write another emoji, or off: ${reaction} puts a message on the timeline as ${kind} already.`,
        },
      ];
}

function repeatedTeams({ actionItems: { teams } }: Policy): readonly Contradiction[] {
  return teams.flatMap(({ id, handle }, place) =>
    teams.findIndex((team) => team.id === id) < place
      ? [{ path: [KEY, 'teams', `${place}`], sentence: `Take ${handle} out here or above: it is listed twice.` }]
      : [],
  );
}
